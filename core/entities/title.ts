import { traitsOf } from '../lexicon/traits.ts';
import type { LineView } from './line-view.ts';
import { foldedWords, valueIn } from './line-view.ts';

/** The kind of the post that ends right before token `i`, null if none does: "الرئيس X", "الرئيس الروسي X", "وزير الخارجية السابق X". */
export function titleBefore(view: LineView, i: number): string | null {
  for (let back = 1; back <= 5 && i - back >= 0; back++) {
    const at = i - back;
    const token = view.tokens[at];
    if (!token) return null;
    if (token.kind === 'mark') {
      if ((token.text === '.' || token.text === '،') && back === 1) continue;
      return null;
    }
    if (!view.has(at, TITLES)) continue;
    for (const match of view.at(at)) {
      if (match.last < at || match.last >= i) continue;
      const kind = valueIn(match, 'post') ?? valueIn(match, 'honorific');
      if (kind !== null && onlyAdjectives(view, match.last + 1, i)) return kind;
    }
  }
  return null;
}

const TITLES = traitsOf('post', 'honorific');

const AFTER_POST = foldedWords(
  'السابق السابقة الأسبق الراحل الراحلة الحالي الجديد الجديدة المنتخب العام العامة الأول الدولي الدكتور السيد الشيخ المخلوع المعارض والكاتب والإعلامي',
);

function onlyAdjectives(view: LineView, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = view.tokens[i];
    if (token?.kind === 'mark') {
      // "الرئيس الأمريكي، دونالد ترامب": a comma only behind an adjective.
      if (token.text === '.' || (token.text === '،' && i > from && i === to - 1)) continue;
      return false;
    }
    const fits =
      AFTER_POST.has(token?.folded ?? '') ||
      view.find(i, 'nationality', true) !== null ||
      view.find(i, 'country', true) !== null ||
      view.find(i, 'field', true) !== null ||
      view.at(i).some((match) => valueIn(match, 'post-adjective') !== null) ||
      (i > from &&
        view.at(i - 1).some((match) => match.last === i && valueIn(match, 'nationality') !== null));
    if (!fits) return false;
  }
  return true;
}
