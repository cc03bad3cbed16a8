import { parentPort, workerData } from 'node:worker_threads';
import { configuration } from '../config/resolve.ts';
import { makeLinter } from '../linter.ts';
import { type PackedIndex, shared } from '../packed-index.ts';
import { fileOnDisk } from '../source-file.ts';
import type { Order, Outcome, Turn } from './order.ts';

const { files, request, level, native, sieve, tracks, root } = workerData as Order;
const config = configuration(request);
const sources = files.map(({ path, absolute, named }) => fileOnDisk(path, absolute, named));
const settingsOf = (absolute: string) => config.forFile(absolute).settings;
const given = new Map<string, PackedIndex>();
const shelf = {
  find(absolute: string, digest: string): Uint8Array | null {
    const packed = given.get(absolute);
    return packed?.digest === digest ? packed.bytes : null;
  },
};
const options = { files: sources, settingsOf, level, native, sieve, tracks, ...(root !== undefined && { root }) };
const linter = await makeLinter(options, shelf);

// What was sent before this line has waited for it.
parentPort?.on('message', ({ what, batch, indexes }: Turn) => {
  for (const packed of indexes) given.set(packed.absolute, packed);
  const batchFiles = sources.slice(batch.start, batch.end);
  const outcome: Outcome =
    what === 'lint'
      ? { part: linter.lint(batchFiles), indexes: [] }
      : { part: null, indexes: linter.index(batchFiles).map(shared) };
  parentPort?.postMessage(outcome);
});
