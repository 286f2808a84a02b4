import { toIri } from '../../annotations/store-line.ts';

/** A path as a relative IRI by itself: a colon in it must not look like the end of a scheme. */
const iriOf = (path: string): string => toIri(path).replaceAll(':', '%3A');

/** The relative IRI of a file of a dataset as seen from another one (RFC 3986, 5.2). Both paths from the dataset's folder. */
export function relativeIri(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
  let common = 0;
  while (common < here.length && common < there.length - 1 && here[common] === there[common]) common++;
  return iriOf([...here.slice(common).map(() => '..'), ...there.slice(common)].join('/'));
}

/** The path in the dataset's folder that a relative IRI points to from a file; as it is where it cannot be decoded. */
export function pathOfIri(from: string, iri: string): string {
  const path = [...from.split('/').slice(0, -1)];
  for (const segment of decoded(iri.split(/[?#]/)[0] ?? '').split('/'))
    if (segment === '..') path.pop();
    else if (segment !== '.') path.push(segment);
  return path.join('/');
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** Of an IRI that stands for itself, with what may follow its scheme (RFC 3987). */
const ABSOLUTE = /^[a-z][a-z\d+.-]*:[^\s<>"{}|\\^`]+$/i;

/** The id of a span as an IRI: a UUID as URN, an IRI as it is, anything else as a fragment of the page. */
export function iriOfId(id: string): string {
  if (UUID.test(id)) return `urn:uuid:${id}`;
  return ABSOLUTE.test(id) && !id.startsWith('urn:uuid:') ? id : `#${iriOf(id)}`;
}

/** The inverse of iriOfId; an IRI of another program stays as it is. */
export function idOfIri(iri: string): string {
  if (iri.startsWith('#')) return decoded(iri.slice(1));
  const uuid = iri.replace(/^urn:uuid:/, '');
  return UUID.test(uuid) ? uuid : iri;
}

function decoded(iri: string): string {
  try {
    return decodeURIComponent(iri);
  } catch {
    return iri;
  }
}
