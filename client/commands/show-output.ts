import type { Command } from './command.ts';

/** Shows what server and client have logged. */
export const showOutput: Command = {
  id: 'showOutput',
  title: { en: 'Show Output', ar: 'عرض سجل المخرجات' },
  icon: 'output',
  anywhere: true,
  async run({ output }) {
    output.show();
  },
};
