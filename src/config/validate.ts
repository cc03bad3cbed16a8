import { COSTS, KINDS } from '../types.ts';
import { KEYS, type Options, SEVERITIES, type Shape } from './keys.ts';
import { hint, nearest } from './near-miss.ts';
import { parseVersion } from './python-version.ts';

export interface Fault {
  /** Where it stands below the nostall table. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Path = Fault['path'];

/** The first thing that is wrong with a table of options, in the order of the text; null when it is an `Options`. */
export function faultOf(table: Readonly<Record<string, unknown>>, ruleIds: readonly string[]): Fault | null {
  for (const [name, value] of Object.entries(table)) {
    if (!isKey(name)) return { path: [name], message: `unknown key \`${name}\`${hint(name, Object.keys(KEYS))}` };
    const fault = check(KEYS[name].shape, value, [name], ruleIds);
    if (fault !== null) return fault;
  }
  return null;
}

export function isKey(name: string): name is keyof Options {
  return Object.hasOwn(KEYS, name);
}

export function unknownRule(id: string, ruleIds: readonly string[]): string {
  return `unknown rule "${id}"${hint(id, ruleIds) || `, known are ${ruleIds.join(', ')}`}`;
}

function check(shape: Shape, value: unknown, path: Path, ruleIds: readonly string[]): Fault | null {
  switch (shape.type) {
    case 'boolean':
      return typeof value === 'boolean' ? null : expected('true or false', value, path);
    case 'choice':
      return checkWord(value, shape.words, path);
    case 'version':
      if (typeof value === 'string' && parseVersion(value) !== null) return null;
      return expected('a Python version such as "3.12"', value, path);
    case 'file':
      return typeof value === 'string' && value !== '' ? null : expected('a path', value, path);
    case 'list':
      return checkList(value, path, shape.of === 'rule' ? ruleIds : null);
    case 'rules by glob':
      return checkTable(value, path, (item, at) => checkList(item, at, ruleIds));
    case 'severity':
      return checkSeverity(value, path, ruleIds);
  }
}

function checkList(value: unknown, path: Path, ruleIds: readonly string[] | null): Fault | null {
  if (!Array.isArray(value)) return expected('a list of strings', value, path);
  for (const [index, item] of value.entries()) {
    const at = [...path, index];
    if (typeof item !== 'string' || item === '') return expected('a string', item, at);
    if (ruleIds !== null && !ruleIds.includes(item)) return { path: at, message: unknownRule(item, ruleIds) };
  }
  return null;
}

function checkSeverity(value: unknown, path: Path, ruleIds: readonly string[]): Fault | null {
  const level = (item: unknown, at: Path) => checkWord(item, SEVERITIES, at);
  return checkTable(value, path, (item, at, name) => {
    if (name === 'path') return checkTable(item, at, level);
    if (name === 'kind' || name === 'cost') {
      const words: readonly string[] = name === 'kind' ? KINDS : COSTS;
      return checkTable(item, at, (inner, innerAt, word) =>
        words.includes(word)
          ? level(inner, innerAt)
          : { path: innerAt, message: `unknown ${name} \`${word}\`${hint(word, words) || oneOf(words)}` },
      );
    }
    if (ruleIds.includes(name)) return level(item, at);
    const words = [...ruleIds, 'kind', 'cost', 'path'];
    return { path: at, message: `\`${name}\` is neither a rule id nor kind, cost or path${hint(name, words)}` };
  });
}

function checkTable(
  value: unknown,
  path: Path,
  item: (value: unknown, path: Path, name: string) => Fault | null,
): Fault | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Date) {
    return expected('a table', value, path);
  }
  for (const [name, inner] of Object.entries(value)) {
    const fault = item(inner, [...path, name], name);
    if (fault !== null) return fault;
  }
  return null;
}

function checkWord(value: unknown, words: readonly string[], path: Path): Fault | null {
  if (typeof value === 'string' && words.includes(value)) return null;
  const near = typeof value === 'string' ? nearest(value, words) : null;
  const advice = near === null ? oneOf(words) : `, did you mean "${near}"?`;
  return { path, message: `unknown value ${shownValue(value)}${advice}` };
}

function oneOf(words: readonly string[]): string {
  return `, must be one of ${words.join(', ')}`;
}

function expected(what: string, value: unknown, path: Path): Fault {
  return { path, message: `expected ${what}, found ${shownValue(value)}` };
}

function shownValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a date';
  if (typeof value === 'object' && value !== null) return 'a table';
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}
