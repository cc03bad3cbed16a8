// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFiles } from './project.mjs';

/**
 * Writes a generated project, and gives the number of its lines.
 *
 * @param {{ readonly files: number, readonly seed: string, readonly out: string }} options
 */
export function writeProject({ files, seed, out }) {
  let lines = 0;
  for (const { path, text } of projectFiles({ files, seed })) {
    const place = join(out, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
    lines += text.split('\n').length - 1;
  }
  return lines;
}
