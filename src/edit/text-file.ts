import { readBytes, writeText } from '../files.ts';
import { LineTable } from '../python/positions.ts';
import type { Finding } from '../types.ts';

/** A file whose text can be changed without a byte of the rest changing. */
export interface TextFile {
  readonly absolute: string;
  readonly hasMark: boolean;
  /** Without the byte order mark. */
  readonly text: string;
}

/** Findings by the path they show. */
export type FindingsOf = ReadonlyMap<string, { readonly absolute: string; readonly findings: readonly Finding[] }>;

/** Runs a change to one file, which throws FileError or says what kept it from being made. */
export type Guard = (path: string, change: () => string | null) => void;

export const CHANGED = 'left as it is: the file changed while nostall ran';

/** A sentence when the file cannot be written back as it was. Throws FileError. */
export function openTextFile(absolute: string): TextFile | { readonly fault: string } {
  const bytes = Buffer.from(readBytes(absolute));
  const text = bytes.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(bytes)) return { fault: 'left as it is: the file is not valid UTF-8' };
  const hasMark = text.startsWith('\ufeff');
  return { absolute, hasMark, text: hasMark ? text.slice(1) : text };
}

/** Throws FileError. */
export function writeTextFile({ absolute, hasMark }: TextFile, text: string): void {
  writeText(absolute, hasMark ? `\ufeff${text}` : text);
}

/** Whether the findings are about this very text: an editor may have saved the file since. */
export function isAbout(text: string, findings: readonly Finding[]): boolean {
  const lines = new LineTable(text);
  return findings.every(({ place, source }) => {
    return source.every((line, index) => lines.lineText(place.start.line + index) === line);
  });
}
