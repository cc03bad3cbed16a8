import type { Finding, Report, Step } from '../types.ts';
import { headline, leftOut, summarise } from './summary.ts';
import { at, oneLine, sentences, wellFormed } from './words.ts';

/** All that a finding tells, in lines: its sentences first, then one line for each step. */
export function storyOf(finding: Finding): string[] {
  return [
    oneLine(sentences(finding.message, finding.why, finding.advice)),
    ...finding.chain.map((step) => stepLine('via', step)),
    ...finding.related.map((step) => stepLine('also', step)),
  ];
}

/** The outcome and what it leaves out, in one line without a period. */
export function outcomeOf(report: Report): string {
  const summary = summarise(report);
  return [headline(summary), leftOut(summary)].filter((part) => part !== '').join('; ');
}

export function byFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const list = files.get(finding.place.path);
    if (list) list.push(finding);
    else files.set(finding.place.path, [finding]);
  }
  return files;
}

/** Readers in Go and Ruby refuse half of a surrogate pair, which `JSON.stringify` writes as an escape. */
export function strictJson(value: unknown): string {
  const text = JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? wellFormed(part) : part), 2);
  return `${text}\n`;
}

function stepLine(word: string, { place, name, text }: Step): string {
  return oneLine(`${word} ${place ? at(place) : name}: ${text}`);
}
