import type { Finding, Problem, Report } from '../types.ts';
import { byFile } from './by-file.ts';
import { outcomeOf, storyOf } from './story.ts';
import { at, oneLine, printable, sentences } from './words.ts';

/** A suite for each file that has findings, and one for nostall itself when it has something to say or nothing else does. */
export function junit(report: Report): string {
  const numbered = numberedNames();
  const suites = [...byFile(report.findings)].map(([path, findings]) =>
    suite(path, { cases: findings.map((finding) => failedCase(finding, numbered)), failures: findings.length }),
  );
  const outcome = outcomeOf(report);
  if (report.problems.length > 0) {
    const cases = report.problems.map((problem) => erredCase(problem, numbered));
    suites.push(suite('nostall', { cases, errors: cases.length }));
  }
  // Readers take a report without any case for a broken one.
  if (suites.length === 0)
    suites.push(suite('nostall', { cases: [element('testcase', caseNames('nostall', outcome))] }));
  const counts = {
    tests: Math.max(report.findings.length + report.problems.length, 1),
    failures: report.findings.length,
    errors: report.problems.length,
  };
  const log = element('testsuites', { name: `nostall: ${outcome}`, ...counts, skipped: 0, time: 0 }, suites);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${log}\n`;
}

type Numbered = (className: string, name: string) => string;

/** GitLab shows only the first of several cases with one class and name. Without line numbers, a name stays when code moves. */
function numberedNames(): Numbered {
  const seen = new Map<string, number>();
  return (className, name) => {
    const key = `${className}\0${name}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? name : `${name} (${times})`;
  };
}

interface Suite {
  readonly cases: readonly string[];
  readonly failures?: number;
  readonly errors?: number;
}

function suite(name: string, { cases, failures = 0, errors = 0 }: Suite): string {
  return element('testsuite', { name, tests: cases.length, failures, errors, skipped: 0, time: 0 }, cases);
}

function failedCase(finding: Finding, numbered: Numbered): string {
  const { rule, level, message, place, function: owner, source } = finding;
  const className = classNameOf(place.path);
  const name = numbered(className, `${rule}: ${message} (${owner})`);
  const body = [`${at(place)}: ${level} ${rule}`, ...storyOf(finding), ...source.map((line) => `    ${line}`)];
  const failure = element(
    'failure',
    { type: level, message: sentences(message) },
    escapeXml(body.map(printable).join('\n')),
  );
  const attributes = { ...caseNames(className, name), file: place.path, line: place.start.line };
  return element('testcase', attributes, [failure]);
}

function erredCase({ path, line, message }: Problem, numbered: Numbered): string {
  const place = path === null ? '' : line === null ? path : `${path}:${line}`;
  const name = numbered('nostall', place === '' ? message : `${place}: ${message}`);
  const error = element('error', { type: 'problem', message: sentences(message) }, escapeXml(oneLine(name)));
  const file = path === null ? {} : { file: path, ...(line !== null && { line }) };
  return element('testcase', { ...caseNames('nostall', name), ...file }, [error]);
}

function caseNames(classname: string, name: string) {
  return { classname, name, time: 0 };
}

/** As pytest writes them: Jenkins makes packages of what stands before the last dot. */
function classNameOf(path: string): string {
  return path.replace(/\.pyi?$/, '').replaceAll('/', '.');
}

type Attributes = Readonly<Record<string, string | number>>;

/** `content` is text that is escaped already, or a list of elements. */
function element(name: string, attributes: Attributes, content: string | readonly string[] = ''): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(oneLine(String(value)))}"`);
  const inside = typeof content === 'string' ? content : content.map((part) => `\n${part}`).join('');
  const end = typeof content === 'string' || content.length === 0 ? '' : '\n';
  return inside === '' ? `<${name}${pairs.join('')}/>` : `<${name}${pairs.join('')}>${inside}${end}</${name}>`;
}

/** For text and attributes. XML 1.0 section 2.2 forbids U+FFFE and U+FFFF; `printable` took the control characters. */
function escapeXml(text: string): string {
  return text.replace(/[&<>"'\t\ufffe\uffff]/g, (unit) => ENTITIES[unit] ?? '\ufffd');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // A bare one in an attribute is read as a space.
  '\t': '&#9;',
};
