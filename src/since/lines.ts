/** How the lines of a text came from those of the one before it. */
export interface Lines {
  /** Whether one of the lines from `first` to `last` is new. */
  readonly meets: (first: number, last: number) => boolean;
  /** The line that a line which is not new was. */
  readonly before: (line: number) => number;
}

/** `length` lines from `start` on, which stand for `removed` others. */
export interface Hunk {
  readonly start: number;
  readonly length: number;
  readonly removed: number;
}

export const EVERY_LINE: Lines = { meets: () => true, before: (line) => line };
export const NO_LINE: Lines = { meets: () => false, before: (line) => line };

/** From hunks without context, in their order. */
export function linesOf(hunks: readonly Hunk[]): Lines {
  return {
    meets: (first, last) => {
      return hunks.some(({ start, length }) => length > 0 && start <= last && first < start + length);
    },
    before: (line) => {
      let then = line;
      for (const { start, length, removed } of hunks) {
        // Where lines only went away, `start` is the one above them.
        if (line < start + Math.max(length, 1)) break;
        then += removed - length;
      }
      return then;
    },
  };
}
