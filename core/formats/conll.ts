import type { DatasetDocument, DatasetSpan, DatasetToken, Loss } from '../dataset/document.ts';
import { overlaps, sameSpan } from '../text/span.ts';
import type { Span } from '../text/span.ts';
import type { DatasetFile, DatasetFormat, ReadDocument, ReadProblem, WrittenDataset } from './format.ts';
import { lossOf } from './losses.ts';
import { withoutOverlaps } from './overlaps.ts';
import { splitToken } from './split-token.ts';

const DOCUMENT_START = '-DOCSTART- -X- -X- O';

/** How a document's tokens are written: whole, or cut. */
type Tokens = (document: DatasetDocument, entities: readonly DatasetSpan[]) => Span[][];

const wholeTokens: Tokens = ({ sentences }) =>
  sentences.map((sentence) => sentence.map(({ start, end }) => ({ start, end })));

const cutTokens: Tokens = ({ sentences }, entities) => {
  const edges = new Set(entities.flatMap(({ start, end }) => [start, end]));
  return sentences.map((sentence) =>
    sentence.flatMap((token: DatasetToken) => splitToken(token, token.proper, edges)),
  );
};

/**
 * CoNLL-2003 columns (Tjong Kim Sang and De Meulder 2003): token, part of speech, chunk, entity, parted by one blank;
 * the two middle ones are "_". A blank line ends a sentence, -DOCSTART- begins an article. Entities alone, in IOB2
 * (B- at the start of each), without overlaps.
 */
function conllOf(
  tokensOf: Tokens,
): Pick<DatasetFormat, 'suffix' | 'layers' | 'tellsSilver' | 'serialise' | 'parse'> {
  return {
    suffix: '.conll',
    layers: ['entities'],
    tellsSilver: false,
    serialise: (documents) => serialise(documents, tokensOf),
    parse,
  };
}

/** Words as they are written, their particles with them. */
export const conll: DatasetFormat = {
  id: 'conll',
  title: { en: 'CoNLL-2003, IOB2, whole words', ar: 'CoNLL-2003 بصيغة IOB2، كلمات كاملة' },
  description: {
    en: 'Entities only. A name behind و ف ب ل ك takes in the particle; each such change is told.',
    ar: 'الكيانات فقط. الاسم المسبوق بـ«و ف ب ل ك» تدخل فيه الأداة، ويُذكر كل تغيير من هذا النوع.',
  },
  ...conllOf(wholeTokens),
};

/** Particles cut off their words. */
export const conllClitics: DatasetFormat = {
  id: 'conll-clitics',
  title: { en: 'CoNLL-2003, IOB2, particles split off', ar: 'CoNLL-2003 بصيغة IOB2، مع فصل الأدوات' },
  description: {
    en: 'Entities only. The particles و ف ب ل ك are tokens of their own, so that names keep their edges.',
    ar: 'الكيانات فقط. الأدوات «و ف ب ل ك» وحدات مستقلة، فتبقى حدود الأسماء كما هي.',
  },
  ...conllOf(cutTokens),
};

function serialise(documents: readonly DatasetDocument[], tokensOf: Tokens): WrittenDataset {
  const losses: Loss[] = [];
  const parts = documents.map((document) => {
    const { kept, lost } = withoutOverlaps(document);
    losses.push(...lost);
    const sentences = tokensOf(document, kept);
    const tags = tagsOf(document, sentences.flat(), kept, losses);
    const rows = [DOCUMENT_START, ''];
    for (const sentence of sentences) {
      const [first] = sentence;
      // An entity that runs over the end of what was taken for a sentence proves that it was none.
      const goesOn = first !== undefined && tags.get(first.start)?.startsWith('I-');
      if (goesOn && rows.length > 2) rows.pop();
      for (const token of sentence)
        rows.push(`${document.text.slice(token.start, token.end)} _ _ ${tags.get(token.start) ?? 'O'}`);
      rows.push('');
    }
    return rows.join('\n') + '\n';
  });
  return { files: [{ path: '', content: parts.join('') }], losses };
}

/** The tags of tokens by their start; entities that are not made of whole tokens are widened to them. */
function tagsOf(
  document: DatasetDocument,
  tokens: readonly Span[],
  entities: readonly DatasetSpan[],
  losses: Loss[],
): Map<number, string> {
  const tags = new Map<number, string>();
  let first = 0;
  for (const entity of entities) {
    while (first < tokens.length && (tokens[first] as Span).end <= entity.start) first++;
    const own: Span[] = [];
    for (let i = first; i < tokens.length; i++) {
      const token = tokens[i] as Span;
      if (!overlaps(token, entity)) break;
      own.push(token);
    }
    const [head, tail] = [own[0], own[own.length - 1]];
    if (!head || !tail) losses.push(lossOf(document, entity, 'without-token'));
    else if (own.some((token) => tags.has(token.start))) losses.push(lossOf(document, entity, 'overlap'));
    else {
      if (!sameSpan({ start: head.start, end: tail.end }, entity))
        losses.push(lossOf(document, entity, 'widened'));
      for (const token of own) tags.set(token.start, `${token === head ? 'B' : 'I'}-${entity.label}`);
    }
  }
  return tags;
}

/**
 * Reads CoNLL columns: the first is the token, the last the tag. IOB1 is read too (an I- after another label or after
 * O begins an entity). The text is the tokens parted by blanks, the sentences by newlines.
 */
function parse(files: readonly DatasetFile[]): {
  readonly documents: readonly ReadDocument[];
  readonly problems: readonly ReadProblem[];
} {
  const documents: ReadDocument[] = [];
  const problems: ReadProblem[] = [];
  for (const { path, content } of files) {
    let text = '';
    let spans: { layer: 'entities'; label: string; start: number; end: number }[] = [];
    let isOpen = false;
    let previous = 'O';
    const close = (): void => {
      if (isOpen) documents.push({ file: null, text, spans });
      [text, spans, previous, isOpen] = ['', [], 'O', false];
    };
    for (const [index, row] of content.split(/\r?\n/).entries()) {
      if (row.startsWith('-DOCSTART-')) {
        close();
        isOpen = true;
        continue;
      }
      if (row.trim() === '') {
        if (text !== '' && !text.endsWith('\n')) text += '\n';
        previous = 'O';
        continue;
      }
      isOpen = true;
      const columns = row.split(/[ \t]+/);
      const [token = '', tag = 'O'] = [columns[0], columns.length > 1 ? columns[columns.length - 1] : 'O'];
      if (!/^(?:O|[BI]-.+)$/.test(tag)) {
        problems.push({ path, line: index + 1, message: `"${tag}" is no IOB tag` });
        continue;
      }
      if (text !== '' && !text.endsWith('\n')) text += ' ';
      const start = text.length;
      text += token;
      const label = tag.slice(2);
      const last = spans[spans.length - 1];
      if (tag.startsWith('I-') && previous !== 'O' && previous.slice(2) === label && last)
        last.end = text.length;
      else if (tag !== 'O') spans.push({ layer: 'entities', label, start, end: text.length });
      previous = tag;
    }
    close();
  }
  return { documents, problems };
}
