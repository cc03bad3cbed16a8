import { LineTable } from '../../../src/python/positions.ts';
import type { Place, Position } from '../../../src/types.ts';

/** Replaces `[start, end)`; an insertion is empty. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A stretch of the new text and the range of the old text that it stands for. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Rewriting {
  readonly text: string;
  /** How many places were changed on purpose. */
  readonly changes: number;
  /** What messages say now, and what they would have said. */
  readonly names: ReadonlyMap<string, string>;
  /** The same place in the old text. */
  readonly back: (place: Place) => Place;
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();

export function edited(old: string, edits: readonly Edit[], names = NO_NAMES): Rewriting {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    if (start < at) throw new Error(`two edits overlap at ${start}`);
    pieces.push({ text: old.slice(at, start), start: at, end: start }, { text, start, end });
    at = end;
  }
  pieces.push({ text: old.slice(at), start: at, end: old.length });
  return rearranged(old, pieces, edits.length, names);
}

export function rearranged(
  old: string,
  pieces: readonly Piece[],
  changes: number,
  names: ReadonlyMap<string, string> = NO_NAMES,
): Rewriting {
  const text = pieces.map((piece) => piece.text).join('');
  const [newLines, oldLines] = [new LineTable(text), new LineTable(old)];
  const offsetOf = ({ line, column }: Position) => newLines.startOf(line) + column - 1;
  const back = (place: Place): Place => {
    const first = originalOf(pieces, offsetOf(place.start));
    const last = originalOf(pieces, offsetOf(place.end) - 1);
    return { path: place.path, start: oldLines.positionOf(first.start), end: oldLines.positionOf(last.end) };
  };
  return { text, changes, names, back };
}

/** The old range of one character: itself where it was copied, all that was replaced where it is new. */
function originalOf(pieces: readonly Piece[], offset: number): { start: number; end: number } {
  let at = 0;
  for (const { text, start, end } of pieces) {
    if (offset < at + text.length) {
      const isCopy = text.length === end - start;
      return isCopy ? { start: start + offset - at, end: start + offset - at + 1 } : { start, end };
    }
    at += text.length;
  }
  throw new RangeError(`no character ${offset} in a text of ${at}`);
}
