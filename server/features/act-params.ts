/** Actions as they come over the wire: whether they are what the protocol says, and what they are in offsets. */
import { Position, Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnnotationAction } from '../../core/annotations/actions/action.ts';
import { ARTICLE_STATUSES } from '../../core/annotations/status.ts';
import { offsetAt, spanOf } from '../positions.ts';
import type { Action, ActParams } from '../protocol.ts';

type Fields = Readonly<Record<string, unknown>>;

const isText = (value: unknown): boolean => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const isTie = ({ from, type, to }: Fields): boolean => isText(from) && isText(type) && isText(to);

/** Whether the fields of an action from the wire are what its kind takes. A record, so that the compiler misses none. */
const IS_WHOLE: Readonly<Record<Action['kind'], (fields: Fields) => boolean>> = {
  tag: ({ ranges, label }) => Array.isArray(ranges) && ranges.every(Range.is) && isText(label),
  tagEverywhere: ({ range, label }) => Range.is(range) && isText(label),
  accept: ({ ids }) => isTexts(ids),
  reject: ({ ids }) => isTexts(ids),
  remove: ({ ids }) => isTexts(ids),
  acceptEverywhere: ({ id }) => isText(id),
  rejectEverywhere: ({ id, always }) => isText(id) && typeof always === 'boolean',
  relabel: ({ id, label }) => isText(id) && isText(label),
  resize: ({ id, end, by }) =>
    isText(id) && (end === 'start' || end === 'end') && (by === 'wider' || by === 'narrower'),
  merge: ({ ids }) => isTexts(ids),
  split: ({ id, at }) => isText(id) && Position.is(at),
  place: ({ id, range }) => isText(id) && Range.is(range),
  tidy: ({ ids }) => isTexts(ids),
  setSpeaker: ({ id, range }) => isText(id) && (range === null || Range.is(range)),
  relate: isTie,
  unrelate: isTie,
  setAttribute: ({ ids, name, value }) => isTexts(ids) && isText(name) && isTextOrNull(value),
  setNote: ({ id, note }) => isText(id) && isText(note),
  rename: ({ id, name, everywhere }) => isText(id) && isText(name) && typeof everywhere === 'boolean',
  setStatus: ({ status }) => ARTICLE_STATUSES.some((known) => known === status),
  setArticleAttribute: ({ name, value }) => isText(name) && isTextOrNull(value),
  undo: () => true,
  redo: () => true,
};

/** Whether a value from the wire is what hashiya/act takes. */
export function isActParams(value: unknown): value is ActParams {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, version, action } = value as Fields;
  if (typeof uri !== 'string' || typeof version !== 'number') return false;
  if (typeof action !== 'object' || action === null) return false;
  const { kind } = action as Fields;
  return (
    typeof kind === 'string' &&
    Object.hasOwn(IS_WHOLE, kind) &&
    IS_WHOLE[kind as Action['kind']](action as Fields)
  );
}

/** An action in the editor's ranges as one in offsets. */
export function actionInOffsets(
  action: Exclude<Action, { kind: 'undo' | 'redo' }>,
  document: TextDocument,
): AnnotationAction {
  switch (action.kind) {
    case 'tag':
      return { ...action, spans: action.ranges.map((range) => spanOf(document, range)) };
    case 'tagEverywhere':
    case 'place':
      return { ...action, span: spanOf(document, action.range) };
    case 'setSpeaker':
      return { ...action, span: action.range && spanOf(document, action.range) };
    case 'split':
      return { ...action, at: offsetAt(document, action.at) };
    default:
      return action;
  }
}
