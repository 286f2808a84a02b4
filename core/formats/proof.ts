import type { DatasetDocument, DatasetSpan, Layer, Loss } from '../dataset/document.ts';
import { blankBehindPrepended, CharacterClass, classOf, extendsGrapheme } from '../text/characters.ts';
import { overlaps } from '../text/span.ts';
import type { DatasetFile, DatasetFormat, ReadDocument } from './format.ts';
import { lossOf } from './losses.ts';

/** What reading a dataset back brought to light. */
export interface Proof {
  /** What is missing, moved or new. Empty: the dataset says what it was to say. */
  readonly losses: readonly Loss[];
  /** How many labelled spans it has. */
  readonly spans: number;
}

/**
 * Reads a written dataset back with its format's own reader and compares every span with its source: by offsets where
 * the format keeps the text, else by the characters that are no blanks. Losses that the writer told itself (`told`)
 * are not told again.
 */
export function prove(
  format: DatasetFormat,
  files: readonly DatasetFile[],
  documents: readonly DatasetDocument[],
  told: readonly Loss[],
): Proof {
  const { documents: read } = format.parse(files);
  const byFile = new Map(read.map((document) => [document.file, document]));
  const toldIn = new Map<string, Loss[]>();
  for (const loss of told) {
    const losses = toldIn.get(loss.file);
    if (losses) losses.push(loss);
    else toldIn.set(loss.file, [loss]);
  }
  const losses = documents.flatMap((document, i) =>
    compare(
      document,
      byFile.get(document.file) ?? (byFile.has(null) ? read[i] : undefined),
      format.layers,
      toldIn.get(document.file) ?? [],
    ),
  );
  return { losses, spans: read.reduce((sum, document) => sum + document.spans.length, 0) };
}

function compare(
  document: DatasetDocument,
  read: ReadDocument | undefined,
  layers: readonly Layer[],
  told: readonly Loss[],
): Loss[] {
  const own = document.spans.filter((span) => layers.includes(span.layer));
  const isTold = (span: Pick<DatasetSpan, 'layer' | 'label' | 'start' | 'end'>): boolean =>
    told.some(
      (loss) =>
        loss.layer === span.layer &&
        loss.label === span.label &&
        loss.span !== null &&
        overlaps(loss.span, span),
    );
  const place = read && placeIn(document.text, read.text);
  if (!place) return own.filter((span) => !isTold(span)).map((span) => lossOf(document, span, 'changed'));
  const key = (span: Pick<DatasetSpan, 'layer' | 'label'>, start: number, end: number): string =>
    `${span.layer}\n${span.label}\n${start}\n${end}`;
  const found = new Map<string, ReadDocument['spans'][number]>();
  for (const span of read.spans) {
    found.set(key(span, ...place.ofRead(span)), span);
  }
  const wanted = new Set<string>();
  const missing = own.flatMap((span) => {
    const name = key(span, ...place.ofDocument(span));
    wanted.add(name);
    return found.has(name) || isTold(span) ? [] : [lossOf(document, span, 'changed')];
  });
  const unexpected = [...found].flatMap(([name, span]) => {
    if (wanted.has(name)) return [];
    const surprise = { ...SURPRISE, ...span, ...place.inDocument(...place.ofRead(span)) };
    return isTold(surprise) ? [] : [lossOf(document, surprise, 'unexpected')];
  });
  return [...missing, ...unexpected];
}

const SURPRISE = {
  silver: false,
  annotator: null,
  source: '',
  canonical: null,
  value: null,
  speaker: null,
  cue: null,
  line: 0,
};

type Ends = readonly [start: number, end: number];

interface Place {
  readonly ofDocument: (span: { readonly start: number; readonly end: number }) => Ends;
  readonly ofRead: (span: { readonly start: number; readonly end: number }) => Ends;
  readonly inDocument: (start: number, end: number) => { readonly start: number; readonly end: number };
}

/** How spans of two texts are compared; null where the texts differ in more than blanks. */
function placeIn(own: string, read: string): Place | null {
  if (own === read) {
    const ends = ({ start, end }: { readonly start: number; readonly end: number }): Ends => [start, end];
    return { ofDocument: ends, ofRead: ends, inDocument: (start, end) => ({ start, end }) };
  }
  const [a, b] = [lettersOf(own), lettersOf(read)];
  if (a.letters !== b.letters) return null;
  return {
    ofDocument: ({ start, end }) => [a.before[start] ?? 0, a.before[end] ?? 0],
    ofRead: ({ start, end }) => [b.before[start] ?? 0, b.before[end] ?? 0],
    inDocument: (start, end) => ({
      start: a.before.lastIndexOf(start),
      end: a.before.indexOf(end),
    }),
  };
}

/**
 * The characters that tokens are made of (no blanks, no invisible controls, nothing written on a blank), and by offset
 * how many of them come before it.
 */
function lettersOf(text: string): { readonly letters: string; readonly before: Uint32Array } {
  const before = new Uint32Array(text.length + 1);
  const letters: string[] = [];
  let isOnBlank = true;
  for (let i = 0; i < text.length; i++) {
    before[i] = letters.length;
    const characterClass = classOf(text.charCodeAt(i));
    if (
      characterClass === CharacterClass.Blank ||
      characterClass === CharacterClass.Invisible ||
      blankBehindPrepended(text, i) >= 0
    )
      isOnBlank = true;
    else if (!(isOnBlank && extendsGrapheme(text, i))) {
      letters.push(text.charAt(i));
      isOnBlank = false;
    }
  }
  before[text.length] = letters.length;
  return { letters: letters.join(''), before };
}
