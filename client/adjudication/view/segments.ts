/** Something that is drawn over words. Offsets are UTF-16 code units of the text. */
export interface Layer {
  readonly start: number;
  readonly end: number;
  readonly kind: 'annotation' | 'speaker' | 'cue' | 'elsewhere';
  /** Of an annotation. */
  readonly label?: string;
}

/** Words that the same layers lie over, the longest of these first. */
export interface Segment {
  readonly text: string;
  readonly layers: readonly Layer[];
}

/** Cuts a text wherever a layer begins or ends. Layers may nest and cross; what lies outside of the text is left out. */
export function segmentsOf(text: string, layers: readonly Layer[]): Segment[] {
  const within = layers
    .map((layer) => ({ ...layer, start: Math.max(0, layer.start), end: Math.min(text.length, layer.end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  const cuts = [...new Set([0, text.length, ...within.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(1).map((end, i) => {
    const start = cuts[i] ?? 0;
    return {
      text: text.slice(start, end),
      layers: within.filter((layer) => layer.start <= start && end <= layer.end),
    };
  });
}
