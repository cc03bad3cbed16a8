import { type Finding, LEVELS, type Report, type Step } from '../types.ts';
import { headline, leftOut, summarise } from './summary.ts';
import { at, oneLine, sentences } from './words.ts';

/** All that a finding tells, in lines: its sentences first, then one line for each step. */
export function storyOf(finding: Finding): string[] {
  return [
    oneLine(sentences(finding.message, finding.why, finding.advice)),
    ...finding.chain.map((step) => stepLine('via', step)),
    ...finding.related.map((step) => stepLine('also', step)),
  ];
}

/** Loudest first, each level in the order of the report: services keep the first few of each sort. */
export function loudestFirst({ findings }: Report): Finding[] {
  return LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level));
}

/** The outcome and what it leaves out, in one line without a period. */
export function outcomeOf(report: Report): string {
  const summary = summarise(report);
  return [headline(summary, report.shard), leftOut(summary)].filter((part) => part !== '').join('; ');
}

function stepLine(word: string, { place, name, text }: Step): string {
  return oneLine(`${word} ${place ? at(place) : name}: ${text}`);
}
