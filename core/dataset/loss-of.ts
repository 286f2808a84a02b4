import type { DatasetDocument, DatasetSpan, Loss, LossReason } from './document.ts';

/** The loss of a span of a document. */
export const lossOf = (document: DatasetDocument, span: DatasetSpan, reason: LossReason): Loss => ({
  file: document.file,
  line: span.line,
  span: { start: span.start, end: span.end },
  layer: span.layer,
  label: span.label,
  text: document.text.slice(span.start, span.end),
  silver: span.silver,
  reason,
});
