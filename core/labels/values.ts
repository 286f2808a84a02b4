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

const VALUE_FIELDS: Readonly<Record<Value['type'], Readonly<Record<string, 'string' | 'number'>>>> = {
  date: { iso: 'string' },
  time: { iso: 'string' },
  duration: { iso: 'string' },
  number: { number: 'number' },
  ordinal: { number: 'number' },
  percent: { number: 'number' },
  money: { amount: 'number', currency: 'string' },
  quantity: { amount: 'number', unit: 'string' },
  url: { url: 'string' },
};

/** Whether data from outside is a value. */
export function isValue(data: unknown): data is Value {
  if (typeof data !== 'object' || data === null || !('type' in data)) return false;
  const fields = Object.entries(VALUE_FIELDS).find(([type]) => type === data.type)?.[1];
  return (
    fields !== undefined &&
    Object.entries(fields).every(([name, type]) => typeof Reflect.get(data, name) === type)
  );
}
