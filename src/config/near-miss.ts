/** `, did you mean \`x\`?` for the word nearest to what was typed, or nothing when none is near. */
export function hint(typed: string, words: Iterable<string>): string {
  const word = nearest(typed, words);
  return word === null ? '' : `, did you mean \`${word}\`?`;
}

export function nearest(typed: string, words: Iterable<string>): string | null {
  const wanted = normal(typed);
  let best: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const word of words) {
    const candidate = normal(word);
    if (candidate === wanted) return word;
    const distance = editDistance(wanted, candidate);
    if (distance < least) {
      best = word;
      least = distance;
    }
  }
  if (best !== null || wanted.length < 3) return best;
  // Rule ids are long: `blocking-io` or `no-blocking` is a near miss of only one of them.
  const containing = [...words].filter((word) => normal(word).includes(wanted));
  return containing.length === 1 ? (containing[0] ?? null) : null;
}

function normal(word: string): string {
  return word.toLowerCase().replaceAll('_', '-');
}

/** Insertions, deletions, substitutions, and swaps of neighbours. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = above;
    above = row;
  }
  return above[b.length]!;
}
