/**
 * A label as brat stores types and attribute values: ASCII letters, digits, "_" and "-" alone (`normalize_to_storage_form`
 * in its server/src/projectconfig.py). Runs of other characters become "_u", their code points in hexadecimal parted by
 * "-", and "_": "فن" is "_u641-646_". `labelOfBrat` is the inverse.
 */
export const bratName = (label: string): string =>
  label.replace(/_(?=u)/g, '_u5f_').replace(/[^\w-]+/g, (run) => `_u${[...run].map(hexOf).join('-')}_`);

const hexOf = (character: string): string => (character.codePointAt(0) as number).toString(16);

/** The label behind a type or value of brat's. Those that `bratName` did not change stay as they are. */
export const labelOfBrat = (name: string): string =>
  name.replace(/_u([\da-f]{1,6}(?:-[\da-f]{1,6})*)_/g, (whole, points: string) => {
    const numbers = points.split('-').map((point) => Number.parseInt(point, 16));
    return numbers.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...numbers) : whole;
  });
