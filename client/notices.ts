/** Notifications. What they say is text: a link in the words of an article or in the name of a file is none. */
import { window } from 'vscode';
import { asMessage } from './foreign-text.ts';

export const showInformation = ((message: string, ...rest: string[]) =>
  window.showInformationMessage(asMessage(message), ...rest)) as typeof window.showInformationMessage;

export const showWarning = ((message: string, ...rest: string[]) =>
  window.showWarningMessage(asMessage(message), ...rest)) as typeof window.showWarningMessage;

export const showError = ((message: string, ...rest: string[]) =>
  window.showErrorMessage(asMessage(message), ...rest)) as typeof window.showErrorMessage;
