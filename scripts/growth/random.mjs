// @ts-check

/** @typedef {{ below: (limit: number) => number, chance: (share: number) => boolean, pick: <T>(from: readonly T[]) => T }} Random */

/**
 * Numbers that are the same for the same words, in any run. What is drawn for one file so leaves all others alone.
 *
 * @param {readonly (string | number)[]} words
 * @returns {Random}
 */
export function randomFor(...words) {
  let state = 2_166_136_261;
  // FNV-1a, then one step of mulberry32 for each number.
  for (const char of words.join('/')) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 16_777_619);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (/** @type {number} */ limit) => Math.floor(next() * limit);
  return {
    below,
    chance: (share) => next() < share,
    pick: (from) => /** @type {any} */ (from[below(from.length)]),
  };
}
