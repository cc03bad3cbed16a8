import { workerData } from 'node:worker_threads';
import { makeIndexer } from '../indexer.ts';
import { shared } from '../packed-index.ts';
import { fileOnDisk } from '../source-file.ts';
import { Claims } from './claims.ts';
import type { AheadOrder } from './order.ts';

const { files, native, sieve, claims: states, port } = workerData as AheadOrder;
const claims = new Claims(states);
const sources = files.map(({ path, absolute, named }) => fileOnDisk(path, absolute, named));
const index = await makeIndexer(sources, { native, sieve });

// In the order in which they are linted, but what a file imports comes right after it.
for (const first of sources.keys()) {
  const next = [first];
  for (let position = next.pop(); position !== undefined; position = next.pop()) {
    if (!claims.begin(position)) continue;
    const indexed = index(position);
    if (indexed !== null) {
      port.postMessage(shared(indexed.packed));
      next.push(...[...indexed.imports].reverse());
    }
    claims.end(position);
  }
}
