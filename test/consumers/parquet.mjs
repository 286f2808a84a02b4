/**
 * Loads a Hugging Face folder of ours with DuckDB and with Arrow's Rust reader (parquet-wasm), all from npm, and takes the
 * features from the files' metadata. Compares every span's words with its text, and tags with tokens. Prints one
 * JSON line for each program.
 *
 *     NODE_MODULES=folder/node_modules node test/consumers/parquet.mjs DATASET
 *
 * NODE_MODULES holds @duckdb/node-api (tried with 1.5.6-r.1), parquet-wasm (0.8.0) and apache-arrow (21.2.0). Exits 3 without them, 1 where
 * anything does not fit.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const dataset = path.resolve(process.argv[2] ?? '.');
const require = createRequire(path.join(path.resolve(process.env['NODE_MODULES'] ?? '.'), 'x.js'));
/** @param {string} name @returns {any} */
const load = (name) => {
  try {
    return require(name);
  } catch {
    console.error(`Set NODE_MODULES to a folder of modules with ${name}.`);
    process.exit(3);
  }
};

/**
 * Packages may keep their package.json from require.
 * @param {string} name
 */
const versionOf = (name) =>
  JSON.parse(readFileSync(path.join(process.env['NODE_MODULES'] ?? '.', name, 'package.json'), 'utf8'))
    .version;

const files = readdirSync(path.join(dataset, 'data'))
  .filter((name) => name.endsWith('.parquet'))
  .map((name) => path.join(dataset, 'data', name));

/**
 * Counts what rows hold, and fails where a span's words are not where it says, or a tag is not on an entity.
 * @param {string} consumer
 * @param {string} version
 * @param {any[]} rows
 * @param {string[]} names
 */
function count(consumer, version, rows, names) {
  const counts = { entities: 0, quotations: 0, boilerplate: 0, relations: 0, lines: 0, tokens: 0, tagged: 0 };
  /** @type {string[]} */
  const wrong = [];
  for (const row of rows) {
    const points = [...row.text];
    /** @param {{ start: number, end: number, text: string }} span @param {string} what */
    const check = (span, what) => {
      const words = points.slice(span.start, span.end).join('');
      if (words !== span.text) wrong.push(`${row.file}: ${what} «${span.text}» reads «${words}»`);
    };
    for (const layer of /** @type {const} */ (['entities', 'quotations', 'boilerplate']))
      for (const span of row[layer]) {
        check(span, layer);
        counts[layer]++;
        for (const part of [span.speaker, span.cue])
          if (part) {
            check(part, 'part');
            counts.relations++;
          }
      }
    counts.lines += row.lines.length;
    counts.tokens += row.tokens.length;
    if (row.tokens.length !== row.ner_tags.length) wrong.push(`${row.file}: tokens and tags`);
    row.tokens.forEach((/** @type {string} */ token, /** @type {number} */ i) => {
      const start = row.token_starts[i];
      check({ start, end: start + [...token].length, text: token }, 'token');
      const tag = names[Number(row.ner_tags[i])];
      if (!tag?.startsWith('B-')) return;
      counts.tagged++;
      if (!row.entities.some((/** @type {any} */ span) => span.start === start && `B-${span.label}` === tag))
        wrong.push(`${row.file}: ${tag} «${token}»`);
    });
  }
  for (const one of wrong.slice(0, 10)) console.error(one);
  if (wrong.length > 0) process.exitCode = 1;
  console.log(JSON.stringify({ consumer: `${consumer} ${version}`, documents: rows.length, ...counts }));
}

const { DuckDBInstance, version } = load('@duckdb/node-api');
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const list = `[${files.map((file) => `'${file.replaceAll("'", "''")}'`).join(', ')}]`;
const metadata = await connection.runAndReadAll(
  `SELECT decode(value) AS value FROM parquet_kv_metadata(${list}) WHERE decode(key) = 'huggingface' LIMIT 1`,
);
const { features } = JSON.parse(metadata.getRowObjectsJson()[0].value).info;
const names = features.ner_tags.feature.names;
const result = await connection.runAndReadAll(`SELECT * FROM read_parquet(${list})`);
const columns = result.columnNames();
if (columns.join() !== Object.keys(features).join()) throw new Error('the features are not the columns');
count('DuckDB', version(), result.getRowObjectsJson(), names);

const { readParquet } = load('parquet-wasm');
const { tableFromIPC } = load('apache-arrow');
/** @param {unknown} value */
const plain = (value) =>
  JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? Number(one) : one)));
const rows = files.flatMap((file) => {
  const table = tableFromIPC(readParquet(readFileSync(file)).intoIPCStream());
  if (!table.schema.metadata.has('huggingface')) throw new Error('Arrow does not see the features');
  return table.toArray().map((/** @type {any} */ row) => plain(row.toJSON()));
});
count('parquet-wasm', versionOf('parquet-wasm'), rows, names);
