import { homepage } from '../homepage.ts';
import type { Edit, Finding, Place, Position, Problem, Report, Step } from '../types.ts';
import { summarise } from './summary.ts';

/** `$id` of schema/report.schema.json. */
export const schemaUrl = `${homepage}/schema/report.schema.json`;

/** Raised when a reader of the previous version would misread the report. */
export const formatVersion = 1;

export function json(report: Report): string {
  const log = {
    schema: schemaUrl,
    version: formatVersion,
    tool: { name: 'nostall', version: report.version, url: homepage },
    shard: report.shard,
    summary: summarise(report),
    rules: report.rules.map(({ id, level, description, url }) => ({ id, level, description, url })),
    findings: report.findings.map(findingJson),
    suppressed: report.suppressed.map(findingJson),
    problems: report.problems.map(problemJson),
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Written out key by key: what a report carries is a promise, and does not grow when a type does. */
export function findingJson(finding: Finding) {
  const { rule, level, message, why, advice, source, effect, certainty, fingerprint, lineHash, fix, suppression } =
    finding;
  return {
    rule,
    level,
    message,
    why,
    advice,
    place: placeJson(finding.place),
    function: finding.function,
    source,
    effect: effect && { kind: effect.kind, cost: effect.cost },
    certainty,
    chain: finding.chain.map(stepJson),
    related: finding.related.map(stepJson),
    fingerprint,
    lineHash,
    fix: fix && { description: fix.description, edits: fix.edits.map(editJson) },
    suppression: suppression && {
      kind: suppression.kind,
      reason: suppression.reason,
      place: placeJson(suppression.place),
    },
  };
}

export function problemJson({ path, line, message }: Problem) {
  return { path, line, message };
}

function editJson({ start, end, text }: Edit) {
  return { start: positionJson(start), end: positionJson(end), text };
}

function stepJson({ place, name, text, source }: Step) {
  return { place: place && placeJson(place), name, text, source };
}

function placeJson({ path, start, end }: Place) {
  return { path, start: positionJson(start), end: positionJson(end) };
}

function positionJson({ line, column }: Position) {
  return { line, column };
}
