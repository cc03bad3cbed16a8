import type { NamedRule } from '../src/rule.ts';
import cpuBoundNeedsThread from './cpu-bound-needs-thread.ts';
import noBlockingIoInAsync from './no-blocking-io-in-async.ts';
import preferGather from './prefer-gather-over-sequential-await.ts';
import syntaxError from './syntax-error.ts';
import unusedSuppression from './unused-suppression.ts';

/** Every rule, by id. */
export const rules: readonly NamedRule[] = [
  cpuBoundNeedsThread,
  noBlockingIoInAsync,
  preferGather,
  syntaxError,
  unusedSuppression,
] as readonly unknown[] as readonly NamedRule[];
