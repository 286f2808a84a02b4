import { l10n } from 'vscode';
import { rangeOf } from '../act.ts';
import type { App } from '../app.ts';
import { shortened } from '../context.ts';
import { isolate } from './bidi.ts';
import { followArticle, type FollowedArticle } from './follow.ts';
import { groupQuotations, type SpeakerGroup } from './group-quotations.ts';
import { ITEM_COMMANDS, itemHandlers } from './item-commands.ts';
import { countsOf, itemRow, itemRowId, labelOf, labelsFor, LONGEST } from './item-rows.ts';
import type { Row } from './rows.ts';
import type { View } from './view.ts';
import { NO_ARTICLE } from './welcome.ts';

/** The quotations of the article that is being worked on, by who speaks. */
export const quotations: View = {
  id: 'quotations',
  title: { en: 'Quotations', ar: 'الاقتباسات' },
  icon: 'quote',
  welcomes: [
    NO_ARTICLE,
    {
      id: 'none',
      text: {
        en: 'No quotation is marked in this article. Select what somebody says and tag it.\n[Tag…](command:hashiya.tag)',
        ar: 'لا اقتباسات معلَّمة في هذا المقال. حدّد كلام أحدهم وسِمه.\n[وسم…](command:hashiya.tag)',
      },
      when: 'hashiya.views.article',
    },
  ],
  commands: ITEM_COMMANDS,
  open({ app, tree }) {
    const following = followArticle(
      app,
      tree,
      (article) => tree.show(article ? rowsOf(app, article) : []),
      itemRowId,
    );
    return { handlers: itemHandlers(app), dispose: () => following.dispose() };
  },
};

function rowsOf(app: App, { document, state }: FollowedArticle): Row[] {
  const labels = labelsFor(app, document);
  const groups = groupQuotations(
    state.items,
    (speaker) => shortened(document.getText(rangeOf(speaker)), 80),
    app.visibility.shows('rejected'),
  );
  return groups.map((group) =>
    groupRow(
      group,
      group.quotations.map((item) =>
        itemRow(document, item, { details: [isolate(labelOf(labels, item).title)] }),
      ),
    ),
  );
}

function groupRow({ speaker, sort, quotations: spoken }: SpeakerGroup, rows: readonly Row[]): Row {
  const name = speaker ?? (sort === 'term' ? l10n.t('Terms in quotation marks') : l10n.t('Without speaker'));
  const undecided = spoken.filter(({ state }) => state === 'mark').length;
  return {
    id: `speaker:${sort}:${speaker ?? ''}`,
    label: isolate(shortened(name, LONGEST)),
    description: `\u200e${countsOf(spoken.length, undecided).join(' · ')}`,
    icon: { name: speaker !== null ? 'person' : sort === 'term' ? 'symbol-string' : 'question' },
    kind: undecided > 0 ? 'speaker.mark' : 'speaker',
    spoken: [name, l10n.t('quotations: {0}', spoken.length), l10n.t('{0} left', undecided)].join(', '),
    items: spoken.map(({ id }) => id),
    rows,
    expanded: sort === 'speech',
  };
}
