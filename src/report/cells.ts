import { printable } from './words.ts';

/** One thing a terminal draws: a character with its marks, an emoji sequence, a tab turned into spaces. */
export interface Cell {
  readonly text: string;
  /** Columns on the terminal. */
  readonly width: number;
  /** UTF-16 offsets into the line. */
  readonly start: number;
  readonly end: number;
}

const TAB = 4;
/** Made for the first line that needs it: that takes longer than most reports. */
let graphemes: Intl.Segmenter | undefined;

export function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { text, start } of pieces(printable(line))) {
    const width = text === '\t' ? TAB - (column % TAB) : widthOf(text);
    cells.push({ text: text === '\t' ? ' '.repeat(width) : text, width, start, end: start + text.length });
    column += width;
  }
  return cells;
}

/** Columns that `text` takes on a terminal. */
export function textWidth(text: string): number {
  let width = 0;
  for (const cell of cellsOf(text)) width += cell.width;
  return width;
}

function* pieces(line: string): Generator<{ text: string; start: number }> {
  if (isAscii(line)) {
    for (let i = 0; i < line.length; i++) yield { text: line[i] as string, start: i };
    return;
  }
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment, index } of graphemes.segment(line)) yield { text: segment, start: index };
}

function widthOf(grapheme: string): number {
  if (grapheme.length === 1 && isAscii(grapheme)) return 1;
  if (/^[\p{Mn}\p{Me}\p{Cf}]+$/u.test(grapheme)) return 0;
  if (/\p{Emoji_Presentation}|\ufe0f/u.test(grapheme)) return 2;
  return isWide(grapheme.codePointAt(0) as number) ? 2 : 1;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7e) return false;
  return true;
}

/** Blocks whose characters are wide or fullwidth by Unicode Standard Annex 11. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];

function isWide(code: number): boolean {
  return WIDE.some(([first, last]) => code >= first && code <= last);
}
