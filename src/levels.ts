import { LEVELS, type Level } from './types.ts';

/** Whether a level is as loud as another one, or louder. */
export function isAsLoudAs(level: Level, other: Level): boolean {
  return LEVELS.indexOf(level) <= LEVELS.indexOf(other);
}
