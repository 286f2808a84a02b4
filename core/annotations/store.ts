import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { offsetsFrom, offsetsTo } from '../text/offset-units.ts';
import { NO_FACTS } from './annotation.ts';
import type { Annotation, ArticleFacts } from './annotation.ts';
import { stands } from './anchors.ts';
import { mergeAnnotations } from './merge.ts';
import type { MergeConflict } from './merge.ts';
import { sortAnnotations } from './order.ts';
import { reanchorAnnotations } from './reanchor.ts';
import { orNothing, readLine, sortedByName, toIri, writeLine } from './store-line.ts';
import type { StoreHeader } from './store-line.ts';

/** The version of the file format; a program reads files of its own and of earlier versions. */
const STORE_SCHEMA = 1;

/** JSON-LD names that annotation lines use: W3C Web Annotation, and this project's own under "hashiya:". */
const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { hashiya: 'urn:hashiya:' }];

/** What is wrong with a line of an annotation file (counted from 1); put into words where it is shown. */
export interface StoreProblem {
  readonly code: 'no-header' | 'newer-schema' | 'unreadable-line' | 'git-conflict' | 'duplicate-id';
  readonly line: number;
  /** What exactly: the JSON parser's words, the missing field, the id. */
  readonly detail: string;
}

/** An annotation file as read. */
export interface StoredAnnotations {
  /** Null where the file has none. */
  readonly header: StoreHeader | null;
  /** Sorted by position; offsets in UTF-16 code units of the text that the file was read for. */
  readonly annotations: readonly Annotation[];
  /** Lines that could not be read, as they stand: they are written back. */
  readonly unreadable: readonly string[];
  readonly problems: readonly StoreProblem[];
  /** Where the file has one annotation in several versions, as an unresolved git conflict does: which one is in the list. */
  readonly conflicts: readonly MergeConflict[];
  /** Whether the text is another than the one that the file was written for, so that anchors were looked for anew. */
  readonly textChanged: boolean;
  /** False for a file of a newer schema: writing it would lose what this version does not understand. */
  readonly writable: boolean;
}

/** SHA-256 of a text in UTF-8, as the header has it. */
export const textHash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/**
 * Where the annotations of an article lie: "articles/x.txt" by huda is "annotations/huda/articles/x.txt.jsonl". An
 * annotator's name becomes one folder: characters that a file system minds are percent-encoded.
 */
export const storePath = (annotator: string, article: string): string =>
  `annotations/${folderName(annotator)}/${article}.jsonl`;

/** Where imported marks of an article lie: "marks/articles/x.txt.jsonl", a file of the same form as annotations. */
export const marksPath = (article: string): string => `marks/${article}.jsonl`;

/** The folder name of an annotator. "." and ".." and "" cannot be folders and are encoded too, and so is a first dot, which hides a folder. */
export const folderName = (annotator: string): string => {
  const encoded = annotator.replace(/[\p{Cc}%/\\:*?"<>|]/gu, percentEncode);
  if (encoded === '') return '%';
  if (/^\.+$/.test(encoded)) return encoded.replaceAll('.', percentEncode);
  return encoded.replace(/^\.|[. ]$/g, percentEncode);
};

/** The annotator whose folder this is: the inverse of folderName. */
export const annotatorOf = (folder: string): string =>
  folder === '%'
    ? ''
    : folder.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

const percentEncode = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;

/**
 * Writes an annotation file: a header line, one annotation a line sorted by position, then the lines that could not
 * be read. The same annotations of the same text always give the same bytes. Positions are code points of the text.
 * Call refreshAnchors before, so that quotes and positions agree. Of a file that was there before, `unreadable` and the
 * header's `facts` must be handed on, or they are lost.
 */
export function serialiseStore(
  text: string,
  source: string,
  tool: string,
  annotations: readonly Annotation[],
  unreadable: readonly string[] = [],
  facts: ArticleFacts = NO_FACTS,
): string {
  const toCodePoints = offsetsTo('codepoint', text);
  const header = {
    '@context': CONTEXT,
    'hashiya:schema': STORE_SCHEMA,
    'hashiya:tool': tool,
    source: toIri(source),
    'hashiya:sha256': textHash(text),
    'hashiya:status': facts.status ?? undefined,
    'hashiya:attributes': orNothing(sortedByName(facts.attributes)),
  };
  const lines = sortAnnotations(annotations).map((annotation) => writeLine(annotation, source, toCodePoints));
  return [JSON.stringify(header), ...lines, ...unreadable].join('\n') + '\n';
}

/**
 * Reads an annotation file for the text that the article has now. Where the text is another than the one that the
 * file was written for, every anchor is looked for anew (see reanchor); what is not found is an orphan. Never throws
 * and drops nothing: lines that cannot be read are handed back as they stand. Of a git conflict both sides are read,
 * and the later version of each annotation counts.
 */
export function parseStore(content: string, text: string): StoredAnnotations {
  const toUtf16 = offsetsFrom('codepoint', text);
  const problems: StoreProblem[] = [];
  const unreadable: string[] = [];
  const read: Annotation[] = [];
  let header: StoreHeader | null = null;
  const rows = content.replace(/^\ufeff/, '').split('\n');
  for (const [index, row] of rows.entries()) {
    const line = index + 1;
    const raw = row.endsWith('\r') ? row.slice(0, -1) : row;
    if (raw.trim() === '') continue;
    if (/^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/.test(raw)) {
      if (raw.startsWith('<')) problems.push({ code: 'git-conflict', line, detail: raw });
      continue;
    }
    const parsed = readLine(raw, toUtf16);
    if ('error' in parsed) {
      problems.push({ code: 'unreadable-line', line, detail: parsed.error });
      unreadable.push(raw);
    } else if ('header' in parsed) header ??= parsed.header;
    else read.push(parsed.annotation);
  }
  if (!header && rows.some((row) => row.trim() !== ''))
    problems.unshift({ code: 'no-header', line: 1, detail: '' });
  if (header && header.schema > STORE_SCHEMA)
    problems.unshift({ code: 'newer-schema', line: 1, detail: String(header.schema) });
  const { single, conflicts } = withoutDuplicates(read);
  for (const { id } of conflicts) problems.push({ code: 'duplicate-id', line: 0, detail: id });
  const textChanged = header?.sha256 !== textHash(text);
  const isMisplaced = single.some((annotation) =>
    [annotation.anchor, annotation.speaker, annotation.cue].some(
      (anchor) => anchor?.span && !stands(text, anchor),
    ),
  );
  return {
    header,
    annotations: sortAnnotations(textChanged || isMisplaced ? reanchorAnnotations(single, text) : single),
    unreadable,
    problems,
    conflicts,
    textChanged,
    writable: header === null || header.schema <= STORE_SCHEMA,
  };
}

function withoutDuplicates(annotations: readonly Annotation[]): {
  readonly single: Annotation[];
  readonly conflicts: readonly MergeConflict[];
} {
  const byId = new Map<string, Annotation>();
  const found: MergeConflict[] = [];
  for (const annotation of annotations) {
    const known = byId.get(annotation.id);
    const { annotations: merged, conflicts } = mergeAnnotations([], known ? [known] : [], [annotation]);
    byId.set(annotation.id, merged[0] ?? annotation);
    found.push(...conflicts);
  }
  return { single: [...byId.values()], conflicts: found };
}
