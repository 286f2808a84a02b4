import type { ReadProblem } from '../format.ts';

interface At {
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
}

/** A labelled span: its pieces in the file's own offsets, and what its text column says, null where it has none. */
export interface TextBound extends At {
  readonly kind: 'text';
  readonly id: string;
  readonly label: string;
  readonly pieces: readonly (readonly [start: number, end: number])[];
  readonly words: string | null;
}

/** A line of an .ann file (https://brat.nlplab.org/standoff.html). */
export type AnnotationLine =
  | TextBound
  | (At & { readonly kind: 'relation'; readonly type: string; readonly from: string; readonly to: string })
  | (At & {
      readonly kind: 'event';
      readonly id: string;
      readonly trigger: string;
      readonly roles: readonly (readonly [role: string, id: string])[];
    })
  | (At & {
      readonly kind: 'attribute';
      readonly name: string;
      readonly target: string;
      /** Null: the attribute is there or not. */
      readonly value: string | null;
    })
  | (At & { readonly kind: 'comment'; readonly type: string; readonly target: string; readonly text: string })
  | (At & { readonly kind: 'reference'; readonly target: string; readonly text: string })
  | (At & { readonly kind: 'equivalence'; readonly type: string });

/** The lines of an .ann file; of those that it cannot read it tells what is wrong. */
export function readLines(path: string, content: string, problems: ReadProblem[]): AnnotationLine[] {
  return content.split(/\r?\n/).flatMap((row, index): AnnotationLine[] => {
    if (row.trim() === '') return [];
    const at = { path, line: index + 1 };
    const line = readLine(row, at);
    if (typeof line !== 'string') return [line];
    problems.push({ ...at, message: `${line}; left out` });
    return [];
  });
}

function readLine(row: string, at: At): AnnotationLine | string {
  const [id = '', body = '', ...tail] = row.split('\t');
  const text = tail.join('\t');
  if (body === '') return `no tab behind "${id.slice(0, 20)}"`;
  const [type = '', ...words] = body.trim().split(/\s+/);
  switch (id.charAt(0)) {
    case 'T': {
      const pieces = words.join(' ').split(';').map(readPiece);
      if (pieces.some((piece) => piece === null))
        return `${id}: its offsets are not written "start end" or "start end;start end"`;
      return {
        ...at,
        kind: 'text',
        id,
        label: type,
        pieces: pieces.filter((piece) => piece !== null),
        words: tail.length === 0 || text.trim() === '' ? null : text,
      };
    }
    case 'R': {
      const [from, to] = words.map((word) => /^[^:]*:(\S+)$/.exec(word)?.[1]);
      if (from === undefined || to === undefined)
        return `${id}: a relation is written "Type Arg1:T1 Arg2:T2"`;
      return { ...at, kind: 'relation', type, from, to };
    }
    case 'E': {
      const [, trigger] = type.split(':');
      if (!trigger) return `${id}: an event is written "Type:T1 Role:T2 …"`;
      const roles = words.map((word) => word.split(':'));
      return {
        ...at,
        kind: 'event',
        id,
        trigger,
        roles: roles.flatMap(([role = '', part]) => (part ? [[role, part] as const] : [])),
      };
    }
    case 'A':
    case 'M': {
      const [target, ...value] = words;
      if (target === undefined) return `${id}: an attribute is written "Name T1" or "Name T1 Value"`;
      return { ...at, kind: 'attribute', name: type, target, value: value.join(' ') || null };
    }
    case 'N': {
      const [target] = words;
      if (target === undefined) return `${id}: a reference is written "Reference T1 Source:id"`;
      return { ...at, kind: 'reference', target, text: text.trim() };
    }
    case '#':
      return { ...at, kind: 'comment', type, target: words.join(' '), text };
    case '*':
      return { ...at, kind: 'equivalence', type };
    default:
      return `brat has no lines "${id.slice(0, 20)}"`;
  }
}

function readPiece(piece: string): readonly [number, number] | null {
  const [, start, end] = /^(\d+) (\d+)$/.exec(piece.trim()) ?? [];
  return start !== undefined && end !== undefined ? [Number(start), Number(end)] : null;
}
