import { decide } from '../decide.ts';
import type { Command } from './command.ts';

/** Says no to the marks at the carets or in the selections. */
export const reject: Command = {
  id: 'reject',
  title: { en: 'Reject Mark', ar: 'رفض العلامة' },
  icon: 'close',
  key: 'alt+backspace',
  menu: '1_decide',
  run: (app) => decide(app, 'reject'),
};
