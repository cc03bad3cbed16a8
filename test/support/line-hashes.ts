/** GitHub's definition, word for word: base 37, modulo 2^64, 100 units from each line's start, then the occurrence. */
export function slowLineHashes(text: string): string[] {
  const units = `${text.replace(/\r\n|\r/g, '\n').replace(/[ \t]/g, '')}\uffff`;
  const counts: Record<string, number> = {};
  const hashes: string[] = [];
  for (let start = 0; start < units.length; start++) {
    if (start > 0 && units[start - 1] !== '\n') continue;
    let hash = 0n;
    for (let i = 0; i < 100; i++) {
      const unit = start + i < units.length ? units.charCodeAt(start + i) : 0;
      hash = (hash * 37n + BigInt(unit)) % (1n << 64n);
    }
    const digits = hash.toString(16);
    counts[digits] = (counts[digits] ?? 0) + 1;
    hashes.push(`${digits}:${counts[digits]}`);
  }
  return hashes;
}
