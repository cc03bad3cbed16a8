import { basename, dirname, resolve } from 'node:path';
import { parse, TomlError } from 'smol-toml';
import { pathKind } from '../files.ts';
import { shown } from '../globs.ts';
import { ConfigError } from './errors.ts';
import type { Options } from './keys.ts';
import { tomlLines } from './toml-lines.ts';
import { faultOf } from './validate.ts';

/** One configuration: a file, or one `--config key=value`. */
export interface Layer {
  /** Absolute path of the file, null for the command line. */
  readonly path: string | null;
  /** Absolute folder that its paths and patterns start from. */
  readonly base: string;
  readonly options: Options;
  /** Where `key` is written, as shown: `pyproject.toml:12`, `--config`. */
  readonly origin: (key: keyof Options) => string;
}

export interface ReadContext {
  readonly cwd: string;
  readonly ruleIds: readonly string[];
}

type Table = Readonly<Record<string, unknown>>;

/** Null for a pyproject.toml without a nostall table. */
export function readLayer(path: string, text: string, context: ReadContext): Layer | null {
  const name = shown(context.cwd, path);
  const document = parseToml(text, name);
  const inProject = basename(path) === 'pyproject.toml';
  const prefix = inProject ? ['tool', 'nostall'] : [];
  const tool = inProject ? tableAt(document, 'tool') : null;
  const table = inProject ? tool?.nostall : document;
  if (table === undefined) return null;

  const lines = tomlLines(text);
  const fail = (at: readonly (string | number)[], message: string): never => {
    throw new ConfigError(`${name}:${lines([...prefix, ...at])}: ${keyText([...prefix, ...at])}${message}`);
  };
  if (!isTable(table)) return fail([], 'expected a table');
  const base = dirname(path);
  const options = checked(table, base, context, fail);
  return { path, base, options, origin: (key) => `${name}:${lines([...prefix, key])}` };
}

export function inlineLayer(text: string, context: ReadContext): Layer {
  const document = parseToml(text, '--config', false);
  const options = checked(document, context.cwd, context, (at, message) => {
    throw new ConfigError(`--config: ${keyText(at)}${message}`);
  });
  return { path: null, base: context.cwd, options, origin: () => '--config' };
}

/** The lower bound of Python versions that a pyproject.toml states, as written. */
export function requiresPython(text: string): string | null {
  try {
    const project = tableAt(parse(text), 'project');
    return typeof project?.['requires-python'] === 'string' ? project['requires-python'] : null;
  } catch {
    // Somebody else's file, read for one optional fact.
    return null;
  }
}

function checked(
  table: Table,
  base: string,
  context: ReadContext,
  fail: (at: readonly (string | number)[], message: string) => never,
): Options {
  // Editors look for `$schema` in a TOML file of our own.
  const { $schema: _, ...rest } = table;
  const fault = faultOf(rest, context.ruleIds);
  if (fault !== null) return fail(fault.path, fault.message);
  const options = rest as Options;
  for (const [index, folder] of (options.models ?? []).entries()) {
    if (pathKind(resolve(base, folder)) !== 'folder') fail(['models', index], `no such folder "${folder}"`);
  }
  return options;
}

function parseToml(text: string, name: string, withLine = true): Table {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const reason = (error.message.split('\n')[0] ?? '').replace(/^Invalid TOML document: /, '');
    throw new ConfigError(`${withLine ? `${name}:${error.line}:${error.column}` : name}: not valid TOML: ${reason}`);
  }
}

/** `tool.nostall.severity.path."scripts/**": `, without list indices. */
function keyText(path: readonly (string | number)[]): string {
  const parts = path.filter((part) => typeof part === 'string');
  if (parts.length === 0) return '';
  return `${parts.map((part) => (/^[\w-]+$/.test(part) ? part : JSON.stringify(part))).join('.')}: `;
}

function tableAt(document: Table, key: string): Table | null {
  const value = document[key];
  return isTable(value) ? value : null;
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
