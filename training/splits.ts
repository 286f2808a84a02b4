/** The outlets whose articles are kept aside: no rule, list or weight is worked out on them. */
const HELD_OUT = /bbc|okaz|france|hespress|jawhara|misbar|fatabyyano|aljazirah|alyaum|Kul al-Arab/i;

/** Whether an outlet's articles are worked on, or kept aside to tell whether what was found holds elsewhere. */
export const splitOf = (outlet: string): 'dev' | 'held-out' => (HELD_OUT.test(outlet) ? 'held-out' : 'dev');

/**
 * The house that an outlet belongs to: its sections and years are one, so that folds by house never have one half of
 * an outlet in training and the other in test ("ant:BBC", "BBC Arabic 2018" → "bbc").
 */
export function houseOf(outlet: string): string {
  const [name = ''] = outlet
    .toLowerCase()
    .replace(/^(?:ant|saudi|saudinewsnet):/, '')
    .split(/[(/]/);
  const house = name.replace(/\barabic\b/g, '').replace(/[^a-z]/g, '');
  return (
    {
      jazeera: 'aljazeera',
      alarabia: 'alarabiya',
      al: 'alarabiya',
      cnnarabia: 'cnn',
      fatabayyano: 'fatabyyano',
      skynewsarabia: 'skynews',
    }[house] ?? house
  );
}
