import type { Position } from '../types.ts';

/** Lines as Python counts them: `\n`, `\r\n` and a lone `\r` each end one. Text after the last line end is a line too, even empty. */
export class LineTable {
  readonly text: string;
  #starts: readonly number[] | null = null;

  constructor(text: string) {
    this.text = text;
  }

  get count(): number {
    return this.#lineStarts().length;
  }

  /** Line of a UTF-16 offset, counted from 1. */
  lineOf(offset: number): number {
    const starts = this.#lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  positionOf(offset: number): Position {
    const line = this.lineOf(offset);
    return { line, column: offset - this.startOf(line) + 1 };
  }

  /** Offset of the first character of a line; past the last line, the length of the text. */
  startOf(line: number): number {
    return this.#lineStarts()[line - 1] ?? this.text.length;
  }

  /** The line without its line end; empty when there is no such line. */
  lineText(line: number): string {
    const starts = this.#lineStarts();
    const start = starts[line - 1];
    if (start === undefined) return '';
    const next = starts[line];
    if (next === undefined) return this.text.slice(start);
    const paired = this.text[next - 1] === '\n' && next - 2 >= start && this.text[next - 2] === '\r';
    return this.text.slice(start, next - (paired ? 2 : 1));
  }

  #lineStarts(): readonly number[] {
    this.#starts ??= findStarts(this.text);
    return this.#starts;
  }
}

const NEWLINE = 10;
const RETURN = 13;

function findStarts(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === NEWLINE || (code === RETURN && text.charCodeAt(i + 1) !== NEWLINE)) starts.push(i + 1);
  }
  return starts;
}
