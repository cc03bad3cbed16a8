import type { Certainty } from '../../types.ts';
import type { Awaited } from './classify.ts';
import { saysAsking } from './names.ts';

/**
 * How sure it is that awaits may overlap: as sure as the least sure of them. Names that say reading are believed where
 * the result is used and the coroutine is seen to wait for something; an object asked about itself (`is_ready`) is quick.
 */
export function certaintyOf(awaits: readonly Awaited[]): Certainty {
  if (awaits.every((awaited) => awaited.certainty === 'proven')) return 'proven';
  const isRead = ({ certainty, isUsed, waits, name }: Awaited) =>
    certainty === 'proven' || (certainty === 'named' && isUsed && waits && !saysAsking(name));
  return awaits.every(isRead) ? 'likely' : 'possible';
}
