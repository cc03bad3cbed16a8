// @ts-check
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Loaded before the command, and its threads: tells on a third output what the process took, on every platform alike. */
if (isMainThread) process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));
