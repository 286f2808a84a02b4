import type { Messages } from './messages.ts';

/** What made a mark, in words: "list/country" is the list "country". */
export function sourceInWords(source: string, messages: Messages): string {
  const slash = source.indexOf('/');
  const kind = slash < 0 ? source : source.slice(0, slash);
  const detail = slash < 0 ? '' : source.slice(slash + 1);
  switch (kind) {
    case 'hand':
      return messages.sourceHand;
    case 'list':
      return messages.sourceList(detail);
    case 'rule':
      return messages.sourceRule(detail);
    case 'trigger':
      return messages.sourceTrigger(detail);
    case 'model':
      return messages.sourceModel(detail);
    case 'article':
      return messages.sourceArticle(detail);
    default:
      return messages.sourceOther(source);
  }
}
