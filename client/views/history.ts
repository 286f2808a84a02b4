import { commands, env, l10n } from 'vscode';
import { HISTORY_REQUEST, type HistoryEntry } from '../../server/protocol.ts';
import type { App } from '../app.ts';
import { shortened } from '../context.ts';
import { currentItem } from '../current-item.ts';
import { actionIcon, actionTitle } from './action-words.ts';
import { isolate } from './bidi.ts';
import { followArticle, type FollowedArticle } from './follow.ts';
import { GO_TO, type Goal } from './go-to.ts';
import { labelsFor, LONGEST } from './item-rows.ts';
import { inPortions, type Row } from './rows.ts';
import type { View } from './view.ts';
import { NO_ARTICLE } from './welcome.ts';
import { fullInstant, timeAgo } from './when.ts';

/** How often "3 minutes ago" is brought up to date, in milliseconds. */
const TICK = 60_000;

/** What was done to the annotations of an article, the latest first. */
export const history: View = {
  id: 'history',
  title: { en: 'History', ar: 'السجل' },
  icon: 'history',
  collapsed: true,
  welcomes: [
    NO_ARTICLE,
    {
      id: 'none',
      text: {
        en: 'Nobody has decided anything in this article yet.\n[Go to Next Mark](command:hashiya.next)',
        ar: 'لم يبتّ أحد في شيء من هذا المقال بعد.\n[العلامة التالية](command:hashiya.next)',
      },
      when: 'hashiya.views.article',
    },
  ],
  commands: [
    {
      id: 'undo',
      title: { en: 'Undo', ar: 'تراجع' },
      icon: 'discard',
      places: ['title'],
      when: 'hashiya.views.article',
    },
    {
      id: 'redo',
      title: { en: 'Redo', ar: 'إعادة' },
      icon: 'redo',
      places: ['title'],
      when: 'hashiya.views.article',
    },
  ],
  open({ app, tree }) {
    let latest: { readonly article: FollowedArticle; readonly entries: readonly HistoryEntry[] } | undefined;
    let asked = 0;

    const draw = () => tree.show(latest ? rowsOf(app, latest.article, latest.entries) : []);
    const show = async (article: FollowedArticle | null) => {
      asked += 1;
      const request = asked;
      if (!article || article.state.uri !== latest?.article.state.uri) latest = undefined;
      if (article) {
        const { uri } = article.state;
        // A request that fails is in the client's log; the next change asks again.
        const entries = await app.client
          .sendRequest<HistoryEntry[]>(HISTORY_REQUEST, { uri })
          .catch(() => undefined);
        if (request !== asked) return;
        if (entries) latest = { article, entries };
      }
      draw();
    };
    const following = followArticle(
      app,
      tree,
      (article) => void show(article),
      // The rows of the item at the caret stand at the top by themselves.
      () => '',
    );
    const moved = app.editors.onDidChangeSelection(() => tree.isVisible && later());
    let moving: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(moving);
      moving = setTimeout(draw, 150);
    };
    const ticking = setInterval(() => tree.isVisible && draw(), TICK);
    return {
      handlers: {
        undo: async () => void (await commands.executeCommand('hashiya.undo')),
        redo: async () => void (await commands.executeCommand('hashiya.redo')),
      },
      dispose() {
        clearInterval(ticking);
        clearTimeout(moving);
        moved.dispose();
        following.dispose();
      },
    };
  },
};

function rowsOf(app: App, article: FollowedArticle, entries: readonly HistoryEntry[]): readonly Row[] {
  const rowOf = (prefix: string) => (entry: HistoryEntry) => entryRow(app, article, entry, prefix);
  const all = inPortions(entries.map(rowOf('')), 'history', (first, last) =>
    l10n.t('{0} to {1}', first, last),
  );
  const editor = app.editors.active;
  const item = editor?.document === article.document ? currentItem(app, editor) : undefined;
  const own = item ? entries.filter(({ annotations }) => annotations.includes(item.id)) : [];
  if (own.length === 0) return all;
  const title = l10n.t('At the caret');
  return [
    {
      id: 'caret',
      label: title,
      kind: 'group',
      spoken: title,
      icon: { name: 'target' },
      expanded: true,
      rows: own.map(rowOf('caret:')),
    },
    ...all,
  ];
}

function entryRow(app: App, { document }: FollowedArticle, entry: HistoryEntry, prefix: string): Row {
  const { id, at, by, action, words, label, range, undone } = entry;
  const what = actionTitle(action);
  const title = labelsFor(app, document).find((choice) => choice.id === label)?.title ?? label;
  const ago = timeAgo(at, Date.now(), env.language);
  const short = shortened(words, LONGEST);
  const taken = undone ? [l10n.t('taken back')] : [];
  const more = entry.annotations.length > 1 ? [l10n.t('{0} annotations', entry.annotations.length)] : [];
  const goal: Goal = { uri: document.uri.toString(), id: null, range: range ?? NOWHERE };
  return {
    id: `${prefix}${id}`,
    label: short === '' ? what : isolate(short),
    description: `\u200e${[...(short === '' ? [] : [what]), ...taken, ago, isolate(by), ...more, ...(title ? [isolate(title)] : [])].join(' · ')}`,
    tooltip: [
      ...(words === '' ? [] : [isolate(shortened(words, 400))]),
      [what, ...(title ? [isolate(title)] : []), ...more, ...taken].join(' · '),
      isolate(by),
      fullInstant(at, env.language),
      ...(range || words === '' ? [] : [l10n.t('These words are no longer in the text.')]),
    ].join('\n'),
    icon: { name: actionIcon(action) },
    kind: 'history',
    spoken: [what, short, title, ...more, ...taken, by, ago].filter(Boolean).join(', '),
    ...(range && { open: { command: GO_TO, arguments: [goal] } }),
    dimmed: undone,
  };
}

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
