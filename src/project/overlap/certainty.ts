import type { Certainty } from '../../types.ts';
import type { Awaited } from './classify.ts';
import { saysAsking } from './names.ts';

/**
 * How sure it is that awaits may overlap: as sure as the least sure of them. Names that say reading are believed where
 * the result is used; an object asked about itself (`is_ready`, `has_more`) is quick and often asked in order.
 */
export function certaintyOf(awaits: readonly Awaited[]): Certainty {
  if (awaits.every((awaited) => awaited.certainty === 'proven')) return 'proven';
  const isRead = ({ certainty, isUsed, name }: Awaited) =>
    certainty === 'proven' || (certainty === 'named' && isUsed && !saysAsking(name));
  return awaits.every(isRead) ? 'likely' : 'possible';
}
