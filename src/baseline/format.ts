import { isTable, JsonError, parseJson } from '../json.ts';
import { COSTS, KINDS, LEVELS } from '../types.ts';
import type { Entry } from './baseline.ts';

/** Raised when a reader of the previous version would misread the file. */
const VERSION = 1;

/** What is wrong with the text of a baseline; the message names line or key. */
export class BaselineError extends Error {
  override readonly name = 'BaselineError';
}

/** One entry a line, sorted, so that a diff shows what came and went. */
export function baselineText(entries: readonly Entry[]): string {
  const lines = [...entries].sort(byPlace).map((entry) => {
    const { path, rule, level, kind, cost, function: name, fingerprint, message } = entry;
    const effect = { ...(kind !== null && { kind }), ...(cost !== null && { cost }) };
    return `    ${JSON.stringify({ path, rule, level, ...effect, function: name, fingerprint, message })}`;
  });
  const findings = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "version": ${VERSION},\n  "findings": ${findings}\n}\n`;
}

/** Throws BaselineError. */
export function readBaseline(text: string): Entry[] {
  let content: unknown;
  try {
    content = parseJson(text);
  } catch (error) {
    if (error instanceof JsonError) throw new BaselineError(error.message);
    throw error;
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
  const { path, rule, function: name, fingerprint, message } = entry as unknown as Entry;
  const level = word(entry, at, 'level', LEVELS);
  const kind = entry.kind === undefined ? null : word(entry, at, 'kind', KINDS);
  const cost = entry.cost === undefined ? null : word(entry, at, 'cost', COSTS);
  return { path, rule, level, kind, cost, function: name, fingerprint, message };
}

function word<Word extends string>(
  entry: Readonly<Record<string, unknown>>,
  at: string,
  key: string,
  words: readonly Word[],
): Word {
  const found = words.find((one) => one === entry[key]);
  if (found === undefined) throw new BaselineError(`${at}.${key}: expected ${words.join(', ')}`);
  return found;
}

function byPlace(left: Entry, right: Entry): number {
  for (const key of ['path', 'rule', 'function', 'fingerprint'] as const) {
    if (left[key] !== right[key]) return left[key] < right[key] ? -1 : 1;
  }
  return 0;
}
