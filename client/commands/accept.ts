import { decide } from '../decide.ts';
import type { Command } from './command.ts';

/** Makes annotations of the marks at the carets or in the selections. */
export const accept: Command = {
  id: 'accept',
  title: { en: 'Accept Mark', ar: 'قبول العلامة' },
  icon: 'check',
  key: 'alt+enter',
  keyWhen: '!findWidgetVisible',
  menu: '1_decide',
  run: (app) => decide(app, 'accept'),
};
