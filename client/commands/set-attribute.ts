import { l10n } from 'vscode';
import type { ArticleItem } from '../../server/protocol.ts';
import { act, currentArticle, say, type ArticleView } from '../act.ts';
import type { App } from '../app.ts';
import { attributesFor, commonValue, missingAttributes, missingFirst } from '../attributes.ts';
import { chosenItems } from '../items.ts';
import { askValue, attributeTitle, pickAttribute } from '../pick-value.ts';
import type { Command } from './command.ts';
import { wordsOf } from './in-project.ts';

const chosenIn = (app: App, { editor, visible }: ArticleView): ArticleItem[] =>
  chosenItems(visible, editor.selections, ({ state }) => state !== 'rejected', app.focus.of(editor));

/** Gives the items at the carets or in the selections a value; goes on while one lacks what the scheme asks for. */
export const setAttribute: Command = {
  id: 'setAttribute',
  title: { en: 'Set Attribute…', ar: 'تعيين سمة…' },
  icon: 'symbol-field',
  key: 'alt+a alt+v',
  menu: '3_shape',
  async run(app) {
    for (let goesOn = true; goesOn;) {
      const view = await currentArticle(app);
      if (!view) return;
      goesOn = await setOne(app, view);
    }
  },
};

/** @returns whether another attribute is asked for and missing */
async function setOne(app: App, view: ArticleView): Promise<boolean> {
  const items = chosenIn(app, view);
  const [first] = items;
  if (!first) return told(l10n.t('There is no mark or annotation here.'));
  const { attributes } = await app.schemes.of(view.editor.document);
  if (attributes.length === 0)
    return told(l10n.t('The project has no attributes: hashiya.json declares them (Alt+A Alt+P).'));
  const fitting = attributesFor(attributes, items);
  if (fitting.length === 0) return told(l10n.t('The project has no attribute for {0}.', first.label));
  const what = items.length === 1 ? `«${wordsOf(view, first)}»` : l10n.t('{0} annotations', items.length);
  const missing = missingAttributes(fitting, items);
  const valueOf = (name: string) => commonValue(name, items);
  const attribute = await pickAttribute(fitting, missing, valueOf, l10n.t('Attribute of {0}', what));
  if (!attribute) return false;
  const { name } = attribute;
  const value = await askValue(attribute, valueOf(name), first.canonical ?? wordsOf(view, first));
  if (value === undefined) return false;
  const isSame = items.every(({ attributes: now }) => (now[name] ?? null) === value);
  if (!isSame) {
    const ids = items.map(({ id }) => id);
    const done = await act(app, view, { kind: 'setAttribute', ids, name, value });
    if (!done) return false;
    if (!done.trouble) say(l10n.t('{0}: {1}', attributeTitle(attribute), value ?? l10n.t('none')));
  }
  return value !== null && missing.some((other) => other !== attribute);
}

const told = (message: string): false => {
  say(message);
  return false;
};

/** Says something of the article as a whole. */
export const setArticleAttribute: Command = {
  id: 'setArticleAttribute',
  title: { en: 'Set Attribute of the Article…', ar: 'تعيين سمة للمقال…' },
  icon: 'symbol-property',
  key: 'alt+a shift+v',
  async run(app) {
    const view = await currentArticle(app);
    if (!view) return;
    const { articleAttributes } = await app.schemes.of(view.editor.document);
    if (articleAttributes.length === 0)
      return say(
        l10n.t('The project has no attributes of articles: hashiya.json declares them (Alt+A Alt+P).'),
      );
    const article = [view.state];
    const missing = missingAttributes(articleAttributes, article);
    const attribute = await pickAttribute(
      missingFirst(articleAttributes, article),
      missing,
      (name) => commonValue(name, article),
      l10n.t('Attribute of the article'),
    );
    if (!attribute) return;
    const current = commonValue(attribute.name, article);
    const value = await askValue(attribute, current, '');
    if (value === undefined || value === current) return;
    const done = await act(app, view, { kind: 'setArticleAttribute', name: attribute.name, value });
    if (done && !done.trouble) say(l10n.t('{0}: {1}', attributeTitle(attribute), value ?? l10n.t('none')));
  },
};
