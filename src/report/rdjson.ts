import { homepage } from '../homepage.ts';
import type { Finding, Fix, Level, Place, Position, Problem, Report, Step } from '../types.ts';
import { storyOf } from './story.ts';
import { strictJson } from './strict-json.ts';
import { oneLine, sentences } from './words.ts';

const SEVERITIES: Readonly<Record<Level, string>> = { error: 'ERROR', warning: 'WARNING', note: 'INFO' };

/** reviewdog's DiagnosticResult. */
export function rdjson(report: Report): string {
  const urlOf = new Map(report.rules.map(({ id, url }) => [id, url]));
  return strictJson({
    source: { name: 'nostall', url: homepage },
    diagnostics: [
      ...report.findings.map((finding) => findingDiagnostic(finding, urlOf.get(finding.rule))),
      ...report.problems.map(problemDiagnostic),
    ],
  });
}

function findingDiagnostic(finding: Finding, url: string | undefined) {
  const { place, source, level, rule, fix } = finding;
  const suggestion = fix && suggestionOf(fix, place, source);
  const related = [...finding.chain, ...finding.related].flatMap(relatedLocation);
  return {
    message: storyOf(finding).join('\n'),
    location: { path: place.path, range: rangeOf(place, place.start.line, source) },
    severity: SEVERITIES[level],
    code: { value: rule, ...(url !== undefined && { url }) },
    ...(suggestion && { suggestions: [suggestion] }),
    ...(related.length > 0 && { related_locations: related }),
  };
}

function problemDiagnostic({ path, line, message }: Problem) {
  const range = line === null ? {} : { range: { start: { line } } };
  return {
    message: oneLine(sentences(message)),
    // reviewdog looks into the location without asking whether there is one.
    location: path === null ? { path: '.' } : { path, ...range },
    severity: 'ERROR',
    code: { value: 'nostall' },
  };
}

function relatedLocation({ place, text, source }: Step) {
  if (place === null) return [];
  const range = rangeOf(place, place.start.line, [source]);
  return [{ message: oneLine(text), location: { path: place.path, range } }];
}

/** reviewdog shows each suggestion by itself, so edits that belong together become one, over the text between them. */
function suggestionOf({ edits }: Fix, { start: { line: first } }: Place, lines: readonly string[]) {
  const start = edits[0]?.start;
  let reached = start;
  let text = '';
  for (const edit of edits) {
    const between = reached && textBetween(reached, edit.start, first, lines);
    // A part of the file that the finding does not carry: half a fix would be worse than none.
    if (between === undefined || between === null) return null;
    text += between + edit.text;
    reached = edit.end;
  }
  if (!start || !reached) return null;
  const range = { start: bytePosition(start, first, lines), end: bytePosition(reached, first, lines) };
  return range.start && range.end ? { range, text } : null;
}

function textBetween(from: Position, to: Position, first: number, lines: readonly string[]): string | null {
  if (from.line === to.line && from.column === to.column) return '';
  const between = lines.slice(Math.max(from.line - first, 0), to.line - first + 1);
  if (from.line < first || between.length !== to.line - from.line + 1) return null;
  between.push((between.pop() ?? '').slice(0, to.column - 1));
  between[0] = between[0]?.slice(from.column - 1) ?? '';
  return between.join('\n');
}

/** Without columns a range means whole lines, which is right when one of them cannot be known. */
function rangeOf({ start, end }: Place, first: number, lines: readonly string[]) {
  const from = bytePosition(start, first, lines);
  const to = bytePosition(end, first, lines);
  return from && to ? { start: from, end: to } : { start: { line: start.line }, end: { line: end.line } };
}

/** reviewdog counts columns in bytes of UTF-8, from 1. `first` is the line number of the first of `lines`. */
function bytePosition({ line, column }: Position, first: number, lines: readonly string[]): Position | null {
  if (column === 1) return { line, column };
  const text = lines[line - first];
  if (text === undefined) return null;
  const beyond = Math.max(column - 1 - text.length, 0);
  return { line, column: Buffer.byteLength(text.slice(0, column - 1)) + beyond + 1 };
}
