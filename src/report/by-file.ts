import type { Finding } from '../types.ts';

export function byFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const list = files.get(finding.place.path);
    if (list) list.push(finding);
    else files.set(finding.place.path, [finding]);
  }
  return files;
}
