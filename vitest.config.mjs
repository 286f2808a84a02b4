import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,server,client,cli,lexicon,scripts}/**/*.test.ts', 'test/unit/**/*.test.ts'],
    globalSetup: ['test/unit/build-lexicon.mjs'],
  },
});
