import boundaries from 'eslint-plugin-boundaries';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { walls } from './scripts/walls.mjs';

export default tseslint.config(
  { ignores: ['dist', 'out', '.cache', 'node_modules'] },
  ...tseslint.configs.recommended,
  regexp.configs['flat/recommended'],
  ...walls(boundaries),
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': 'error',
    },
  },
);
