import { parentPort, workerData } from 'node:worker_threads';
import { configuration } from '../config/resolve.ts';
import { hasMark, readText } from '../files.ts';
import { makeLinter } from '../lint.ts';
import type { Batch, Order } from './order.ts';

const { files, request, level, native, tracks, root } = workerData as Order;
const config = configuration(request);
const sources = files.map(({ path, absolute }) => ({
  path,
  absolute,
  read: () => readText(absolute),
  hasMark: () => hasMark(absolute),
}));
const settingsOf = (absolute: string) => config.forFile(absolute).settings;
const lintFiles = await makeLinter({
  files: sources,
  settingsOf,
  level,
  native,
  tracks,
  ...(root !== undefined && { root }),
});

// What was sent before this line has waited for it.
parentPort?.on('message', ({ start, end }: Batch) => parentPort?.postMessage(lintFiles(sources.slice(start, end))));
