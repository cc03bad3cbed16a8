import { LEVELS } from '../types.ts';
import type { Entry } from './baseline.ts';

/** Raised when a reader of the previous version would misread the file. */
const VERSION = 1;

/** What is wrong with the text of a baseline; the message names line or key. */
export class BaselineError extends Error {
  override readonly name = 'BaselineError';
}

/** One entry a line, sorted: two branches that mend different findings merge without a conflict. */
export function baselineText(entries: readonly Entry[]): string {
  const lines = [...entries].sort(byPlace).map(({ path, rule, level, function: name, fingerprint, message }) => {
    return `    ${JSON.stringify({ path, rule, level, function: name, fingerprint, message })}`;
  });
  const findings = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "version": ${VERSION},\n  "findings": ${findings}\n}\n`;
}

/** Throws BaselineError. */
export function readBaseline(text: string): Entry[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new BaselineError(`not valid JSON: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  }
  if (!isTable(content)) throw new BaselineError('expected an object with `version` and `findings`');
  const { version, findings } = content;
  if (version !== VERSION) {
    throw new BaselineError(`version: expected ${VERSION}, found ${JSON.stringify(version) ?? 'nothing'}`);
  }
  if (!Array.isArray(findings)) throw new BaselineError('findings: expected a list');
  return findings.map((entry: unknown, index) => checkedEntry(entry, `findings[${index}]`));
}

const STRINGS = ['path', 'rule', 'function', 'fingerprint', 'message'] as const;

function checkedEntry(entry: unknown, at: string): Entry {
  if (!isTable(entry)) throw new BaselineError(`${at}: expected an object`);
  for (const key of STRINGS) {
    if (typeof entry[key] !== 'string') throw new BaselineError(`${at}.${key}: expected a string`);
  }
  const { path, rule, level, function: name, fingerprint, message } = entry as unknown as Entry;
  if (!LEVELS.includes(level)) throw new BaselineError(`${at}.level: expected ${LEVELS.join(', ')}`);
  return { path, rule, level, function: name, fingerprint, message };
}

function byPlace(left: Entry, right: Entry): number {
  for (const key of ['path', 'rule', 'function', 'fingerprint'] as const) {
    if (left[key] !== right[key]) return left[key] < right[key] ? -1 : 1;
  }
  return 0;
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
