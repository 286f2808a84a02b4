import { ARABIC } from './ar.ts';
import { ENGLISH } from './en.ts';
import type { Messages } from './messages.ts';

/** The sentences of a language. */
export const messagesIn = (language: 'en' | 'ar'): Messages => (language === 'ar' ? ARABIC : ENGLISH);
