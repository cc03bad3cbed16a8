// npm 11 and later warn of `prepare` when a tarball is installed, though they do not run it there. So what is packed has
// none: `strip` comes before packing, `restore` after it.
// @ts-check
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

const manifest = 'package.json';
const kept = 'package.unpacked.json';

// What an interrupted run has left behind.
if (existsSync(kept)) renameSync(kept, manifest);
if (process.argv[2] === 'strip') {
  const text = readFileSync(manifest, 'utf8');
  const { prepare: _, ...scripts } = JSON.parse(text).scripts;
  writeFileSync(kept, text);
  writeFileSync(manifest, `${JSON.stringify({ ...JSON.parse(text), scripts }, null, 2)}\n`);
}
