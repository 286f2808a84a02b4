/** A normalised value. Dates are ISO 8601-1 (intervals "start/end"), money ISO 4217, units CLDR identifiers. */
export type Value =
  | { readonly type: 'date'; readonly iso: string }
  | { readonly type: 'time'; readonly iso: string }
  | { readonly type: 'duration'; readonly iso: string }
  | { readonly type: 'number'; readonly number: number }
  | { readonly type: 'ordinal'; readonly number: number }
  | { readonly type: 'percent'; readonly number: number }
  | { readonly type: 'money'; readonly amount: number; readonly currency: string }
  | { readonly type: 'quantity'; readonly amount: number; readonly unit: string }
  | { readonly type: 'url'; readonly url: string };
