import { env, l10n, ThemeIcon, Uri, window, type QuickInputButton } from 'vscode';
import type { AttributeChoice } from '../server/protocol.ts';
import { faultOf, idFrom, isOfWikidata, pageOf, wikidataSearch } from './attributes.ts';
import { asLabel, asMessage } from './foreign-text.ts';
import { besides } from './language.ts';

/** An attribute in sentences: what the project calls it. */
export const attributeTitle = ({ title, name }: AttributeChoice): string => title || name;

/** Lets the person pick one of some attributes; a single one needs no picking. */
export async function pickAttribute(
  attributes: readonly AttributeChoice[],
  missing: readonly AttributeChoice[],
  valueOf: (name: string) => string | null,
  placeHolder: string,
): Promise<AttributeChoice | undefined> {
  if (attributes.length < 2) return attributes[0];
  const items = attributes.map((attribute) => ({
    label: `$(${missing.includes(attribute) ? 'circle-large-outline' : 'symbol-field'}) ${asLabel(attributeTitle(attribute))}`,
    description: besides(
      valueOf(attribute.name) ?? (missing.includes(attribute) ? l10n.t('required, missing') : l10n.t('none')),
    ),
    ...(attribute.description && { detail: asLabel(attribute.description) }),
    attribute,
  }));
  return (await window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.attribute;
}

/**
 * Asks for the value of an attribute: one of its list, some words, or the id of a page.
 * @param current the value now, null for none
 * @param words of what has it, to search for
 * @returns null: it is to be taken away; undefined: the person gave up
 */
export const askValue = (
  attribute: AttributeChoice,
  current: string | null,
  words: string,
): Promise<string | null | undefined> =>
  attribute.type === 'choice' ? pickChoice(attribute, current) : askWords(attribute, current, words);

async function pickChoice(
  attribute: AttributeChoice,
  current: string | null,
): Promise<string | null | undefined> {
  // What was chosen stands first, so that Enter leaves it so.
  const values = attribute.values.toSorted((a, b) => Number(b === current) - Number(a === current));
  const items: { label: string; description?: string; value: string | null }[] = values.map((value) => ({
    label: asLabel(value),
    ...(value === current && { description: besides(l10n.t('chosen now')) }),
    value,
  }));
  if (current !== null) items.push({ label: `$(circle-slash) ${l10n.t('None')}`, value: null });
  const placeHolder = attribute.description || attributeTitle(attribute);
  return (await window.showQuickPick(items, { placeHolder }))?.value;
}

async function askWords(
  attribute: AttributeChoice,
  current: string | null,
  words: string,
): Promise<string | null | undefined> {
  const isLink = attribute.type === 'link';
  const input = window.createInputBox();
  const page: QuickInputButton = {
    iconPath: new ThemeIcon('link-external'),
    tooltip: l10n.t('Open its page'),
  };
  const search: QuickInputButton = {
    iconPath: new ThemeIcon('search'),
    tooltip: l10n.t('Search Wikidata for «{0}»', words),
  };
  const valueNow = () => (isLink ? idFrom(attribute, input.value) : input.value.trim());
  const check = () => {
    const value = valueNow();
    const fault = isLink && value !== '' ? faultOf(attribute, value) : null;
    input.validationMessage = fault === null ? '' : asMessage(faultInWords(fault));
    return fault === null;
  };
  const open = (address: string | null) => address && void env.openExternal(Uri.parse(address, true));
  input.title = attributeTitle(attribute);
  input.value = current ?? '';
  input.prompt = asMessage(promptOf(attribute));
  input.ignoreFocusOut = true;
  if (isLink)
    input.buttons = [...(isOfWikidata(attribute) ? [search] : []), ...(attribute.url ? [page] : [])];
  const answer = await new Promise<string | null | undefined>((resolve) => {
    input.onDidChangeValue(check);
    input.onDidTriggerButton((button) =>
      open(button === search ? wikidataSearch(words) : pageOf(attribute, valueNow())),
    );
    input.onDidAccept(() => {
      if (!check()) return;
      resolve(valueNow() === '' ? null : valueNow());
      input.hide();
    });
    input.onDidHide(() => resolve(undefined));
    input.show();
  });
  input.dispose();
  return answer;
}

const promptOf = ({ type, url, description }: AttributeChoice): string => {
  const told = description ? `${description} ` : '';
  return type === 'link' && url
    ? told + l10n.t('The id in {0}; its address may be pasted too. Leave it empty for none.', url)
    : told + l10n.t('Leave it empty for none.');
};

const faultInWords = (fault: 'blank' | 'wikidata'): string =>
  fault === 'wikidata'
    ? l10n.t('Wikidata’s ids are a Q and a number, such as Q42.')
    : l10n.t('An id has no blanks.');
