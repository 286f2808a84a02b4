/** A note that wants to stand at the height of its paragraph. Pixels. */
export interface WantedNote {
  readonly top: number;
  readonly height: number;
}

/**
 * The tops of notes, so that none lies over another: each at its paragraph where there is room, else right below the note
 * before it.
 * @param notes by paragraph, from above
 * @param gap between two notes, in pixels
 */
export function layNotes(notes: readonly WantedNote[], gap: number): number[] {
  let free = Number.NEGATIVE_INFINITY;
  return notes.map(({ top, height }) => {
    const placed = Math.max(top, free);
    free = placed + height + gap;
    return placed;
  });
}
