import type { Part } from '../parts.ts';
import type { Finding } from '../types.ts';
import type { FileRecord } from './store.ts';

/** What was found in a file, by its shown path, that was judged by the settings with this number. */
export function recordsOf(parts: readonly Part[]): (path: string, settings: number) => FileRecord {
  const findings = byPath(parts.flatMap((part) => part.findings));
  const suppressed = byPath(parts.flatMap((part) => part.suppressed));
  return (path, settings) => {
    const hidden = parts.reduce((sum, part) => sum + (part.hidden.get(path) ?? 0), 0);
    const [loud, silenced] = [findings.get(path) ?? [], suppressed.get(path) ?? []];
    const isNothing = hidden === 0 && loud.length === 0 && silenced.length === 0;
    return isNothing ? settings : [settings, hidden, loud, silenced];
  };
}

/** Whether a finding tells of a place in one of the files, by absolute path. */
export function pointsInto(record: FileRecord, files: readonly string[]): boolean {
  if (typeof record === 'number') return false;
  const [, , findings, suppressed] = record;
  // However paths are shown, they are ends of absolute ones.
  const isOne = (shown: string) => files.some((file) => file === shown || file.endsWith(`/${shown}`));
  return [...findings, ...suppressed].some(({ chain, related }) =>
    [...chain, ...related].some(({ place }) => place !== null && isOne(place.path)),
  );
}

function byPath(findings: readonly Finding[]): Map<string, Finding[]> {
  const out = new Map<string, Finding[]>();
  for (const finding of findings) {
    const known = out.get(finding.place.path);
    if (known) known.push(finding);
    else out.set(finding.place.path, [finding]);
  }
  return out;
}
