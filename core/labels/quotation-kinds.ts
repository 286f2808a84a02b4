/** The kinds of quotation: speech in marks, a name or scare quote in marks, speech reported without marks. */
export const QUOTATION_KINDS = ['direct', 'term', 'indirect'] as const;

export type QuotationKind = (typeof QUOTATION_KINDS)[number];
