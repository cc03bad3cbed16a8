import { applyFixes } from './edits.ts';
import { CHANGED, type FindingsOf, type Guard, isAbout, openTextFile, writeTextFile } from './text-file.ts';

/** Applies every fix that the findings offer. How many, by path; files in which nothing was mended are left out. */
export function fixFiles(files: FindingsOf, guard: Guard): Map<string, number> {
  const done = new Map<string, number>();
  for (const [path, { absolute, findings }] of files) {
    if (findings.every(({ fix }) => fix === null)) continue;
    guard(path, () => {
      const file = openTextFile(absolute);
      if ('fault' in file) return file.fault;
      if (!isAbout(file.text, findings)) return CHANGED;
      const { text, fixed } = applyFixes(file.text, findings);
      if (fixed === 0) return null;
      writeTextFile(file, text);
      done.set(path, fixed);
      return null;
    });
  }
  return done;
}
