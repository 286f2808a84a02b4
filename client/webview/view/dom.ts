/**
 * Elements, made of text alone: no function here reads markup, so that words of an article are words whatever they
 * say.
 */

type Child = Node | string;

/** An element with attributes and children; strings become text. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** A button that does something. */
export function button(
  text: string,
  attributes: Readonly<Record<string, string>>,
  onClick: () => void,
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, text);
  made.addEventListener('click', onClick);
  return made;
}

/** A list to choose one thing from. */
export function choice(
  title: string,
  options: readonly { readonly id: string; readonly title: string }[],
  chosen: string,
  onChoose: (id: string) => void,
): HTMLSelectElement {
  const made = element(
    'select',
    { 'aria-label': title },
    ...options.map(({ id, title: words }) => element('option', { value: id }, words)),
  );
  made.value = chosen;
  made.addEventListener('change', () => onChoose(made.value));
  return made;
}

/** A text with {0}, {1} … filled in. */
export const fill = (text: string, ...values: readonly (string | number)[]): string =>
  text.replace(/\{(\d)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));

/** What something is, and what is said of it: "Person: 12". */
export const titled = (title: string, words: string): string => `${title}: ${words}`;

/**
 * Words of unknown direction among others: Unicode's isolates keep them from turning their neighbours round, in places
 * that know no markup.
 */
export const isolated = (text: string): string => `\u2068${text}\u2069`;
