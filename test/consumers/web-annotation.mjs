/**
 * Checks a Web Annotation dataset against the W3C's own tests of the model (every assertion that is a "must", for
 * annotations, pages and collections), and reads it as linked data with jsonld: what is left of it in RDF is counted,
 * and each position is compared with its quote and its text. Prints one JSON line.
 *
 *     NODE_MODULES=folder/node_modules TESTS=web-annotation-tests CONTEXT=anno.jsonld \
 *       node test/consumers/web-annotation.mjs DATASET
 *
 * NODE_MODULES holds jsonld (tried with 9.0.0), ajv (8.20.0), ajv-draft-04 (1.0.0) and ajv-formats (3.0.1); TESTS is a
 * copy of https://github.com/w3c/web-annotation-tests, CONTEXT of http://www.w3.org/ns/anno.jsonld. Exits 3 without
 * them, 1 where anything is wrong. The tests take absolute IRIs alone: relative ones are resolved first, as any reader
 * of JSON-LD does.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const dataset = path.resolve(process.argv[2] ?? '.');
const { NODE_MODULES = '', TESTS = '', CONTEXT = '' } = process.env;
/**
 * @template T
 * @param {() => T} load
 */
const need = (load) => {
  try {
    return load();
  } catch {
    console.error('Set NODE_MODULES, TESTS and CONTEXT as the head of this file says.');
    process.exit(3);
  }
};
const require = createRequire(path.join(path.resolve(NODE_MODULES), 'x.js'));
const [jsonld, Ajv, addFormats] = need(() =>
  ['jsonld', 'ajv-draft-04', 'ajv-formats'].map((name) => require(name)),
);
const context = need(() => JSON.parse(readFileSync(CONTEXT, 'utf8')));
/** @param {string} name */
const test = (name) => need(() => JSON.parse(readFileSync(path.join(TESTS, name), 'utf8')));

const ajv = new Ajv({ strict: false, validateFormats: true });
addFormats(ajv);
for (const name of need(() => readdirSync(path.join(TESTS, 'definitions'))))
  if (name.endsWith('.json')) ajv.addSchema(test(`definitions/${name}`), name);

/**
 * The assertions of a test of the W3C that anything must fulfil, as functions that say what is wrong.
 * @param {string} name
 * @returns {((data: unknown) => string | null)[]}
 */
const mustsOf = (name) =>
  test(name)
    .assertions.flat()
    .map((/** @type {string} */ file) => test(file))
    .filter((/** @type {any} */ schema) => schema.assertionType === 'must')
    .map((/** @type {any} */ schema) => {
      const validate = ajv.compile(schema);
      return (/** @type {unknown} */ data) =>
        validate(data) === (schema.expectedResult === 'valid') ? null : schema.errorMessage;
    });
/** @type {Record<string, ((data: unknown) => string | null)[]>} */
const MUSTS = {
  Annotation: mustsOf('annotations/annotationMusts.test'),
  AnnotationPage: mustsOf('collections/pages/pageMusts.test'),
  AnnotationCollection: mustsOf('collections/collectionMusts.test'),
};

const BASE = 'https://example.org/';
const IRIS = new Set(['id', 'source', 'partOf', 'next', 'prev', 'first', 'last']);
/** @type {(data: unknown, base: string) => any} */
const resolved = (data, base) => {
  if (Array.isArray(data)) return data.map((one) => resolved(one, base));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      IRIS.has(key) && typeof value === 'string' ? new URL(value, base).href : resolved(value, base),
    ]),
  );
};

const documentLoader = async (/** @type {string} */ url) => {
  if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`unknown context ${url}`);
  return { contextUrl: null, documentUrl: url, document: context };
};

/** @type {string[]} */
const wrong = [];
const counts = {
  documents: 0,
  annotations: 0,
  entities: 0,
  quotations: 0,
  boilerplate: 0,
  relations: 0,
  assertions: 0,
};
/** @type {Record<string, number>} */
const rdf = {};
/** @param {any} data @param {string} where */
const check = (data, where) => {
  for (const must of MUSTS[data.type] ?? []) {
    counts.assertions++;
    const message = must(data);
    if (message) wrong.push(`${where}: ${message}`);
  }
};

/** @type {Map<string, 'entities' | 'quotations'>} */
const FAMILIES = new Map([
  ['entity', 'entities'],
  ['quotation', 'quotations'],
]);

const files = readdirSync(dataset, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.jsonld'),
);
for (const name of files.sort()) {
  const base = new URL(name.split(path.sep).map(encodeURIComponent).join('/'), BASE).href;
  const data = JSON.parse(readFileSync(path.join(dataset, name), 'utf8'));
  const whole = resolved(data, base);
  check(whole, name);
  const quads = await jsonld.toRDF(data, { base, documentLoader, format: 'application/n-quads' });
  for (const [, type] of quads.matchAll(
    /<http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#type> <[^>]*[#/](\w+)>/g,
  ))
    rdf[type] = (rdf[type] ?? 0) + 1;
  if (data.type !== 'AnnotationPage') continue;
  counts.documents++;
  const points = [...readFileSync(path.join(dataset, name.replace(/\.jsonld$/, '')), 'utf8')];
  for (const [i, item] of data.items.entries()) {
    check({ '@context': whole['@context'], ...whole.items[i] }, `${name} ${item.id}`);
    counts.annotations++;
    counts[FAMILIES.get(item['hashiya:family']) ?? 'boilerplate']++;
    const parts = [item['hashiya:speaker'], item['hashiya:cue']].filter(Boolean);
    counts.relations += parts.length;
    for (const { selector } of [item.target, ...parts]) {
      const [position, quote] = selector;
      const words = points.slice(position.start, position.end).join('');
      const before = points.slice(0, position.start).join('');
      const behind = points.slice(position.end).join('');
      if (words !== quote.exact || !before.endsWith(quote.prefix) || !behind.startsWith(quote.suffix))
        wrong.push(`${name} ${item.id}: «${quote.exact}» is not at ${position.start}`);
    }
  }
}
for (const one of wrong.slice(0, 10)) console.error(one);
const { version } = JSON.parse(readFileSync(path.join(NODE_MODULES, 'jsonld/package.json'), 'utf8'));
console.log(
  JSON.stringify({ consumer: `jsonld ${version}, W3C tests`, ...counts, rdf, wrong: wrong.length }),
);
process.exit(wrong.length > 0 ? 1 : 0);
