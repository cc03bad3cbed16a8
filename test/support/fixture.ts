import { basename, join, relative, resolve, sep } from 'node:path';
import { stringify } from 'smol-toml';
import { configuration } from '../../src/config/resolve.ts';
import type { Settings } from '../../src/config/settings.ts';
import { listFolder, pathKind, readText } from '../../src/files.ts';
import type { SourceFile } from '../../src/source-file.ts';

/** One lint run: a file, or a folder of modules that belong together. */
export interface Fixture {
  /** `<rule>/<case>`. */
  readonly name: string;
  readonly rule: string;
  /** Silent throughout, and said so by its name. */
  readonly isOk: boolean;
  /** Absolute folder that imports and configured paths start from. */
  readonly root: string;
  readonly files: readonly SourceFile[];
  /** Configuration keys as in nostall.toml, from a line `# options: {json}`. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** `base` is the folder `fixtures`; only folders that are named by a rule hold fixtures. */
export function listFixtures(base: string, ruleIds: Iterable<string>): Fixture[] {
  const found: Fixture[] = [];
  for (const rule of [...ruleIds].sort()) {
    const folder = resolve(base, rule);
    if (pathKind(folder) !== 'folder') continue;
    for (const entry of listFolder(folder)) {
      const path = join(folder, entry.name);
      if (entry.kind === 'folder' && entry.name !== '__pycache__')
        found.push(fixture(rule, path, path, pythonFiles(path), (absolute) => below(path, absolute)));
      // Shown in full it has no root, so that it knows no module of another case.
      else if (entry.name.endsWith('.py')) found.push(fixture(rule, path, folder, [path], (absolute) => absolute));
    }
  }
  return found;
}

/** Every Python file below a folder, sorted. */
export function pythonFiles(folder: string): string[] {
  const found: string[] = [];
  for (const entry of listFolder(folder)) {
    const path = join(folder, entry.name);
    if (entry.kind === 'folder') found.push(...pythonFiles(path));
    else if (entry.name.endsWith('.py')) found.push(path);
  }
  return found;
}

/** Default settings, except that test files are no quieter and that a fixture may say otherwise. */
export function settingsFor({ root, options }: Fixture, ruleIds: readonly string[]): Settings {
  const config = [stringify({ tests: 'same', ...options })];
  const request = { cwd: root, roots: [root], ruleIds, config, isolated: true };
  return configuration({ ...request, select: null, ignore: [], extendSelect: [] }).forFolder(root).settings;
}

function below(root: string, absolute: string): string {
  return relative(root, absolute).split(sep).join('/');
}

/** Modules are looked for from where the shown paths start: a case must know its own files only. */
function fixture(
  rule: string,
  path: string,
  root: string,
  absolutes: readonly string[],
  shown: (absolute: string) => string,
): Fixture {
  const name = `${rule}/${basename(path)}`;
  if (absolutes.length === 0) throw new Error(`fixtures/${name}: no Python files`);
  const files = absolutes.map((absolute) => ({ path: shown(absolute), absolute, read: () => readText(absolute) }));
  const lines = files.flatMap((file) => optionLines(file));
  if (lines.length > 1) throw new Error(`fixtures/${name}: more than one "# options:" line`);
  return { name, rule, isOk: /^ok/.test(basename(path)), root, files, options: lines[0] ?? {} };
}

function optionLines({ path, read }: SourceFile): Record<string, unknown>[] {
  const first = read().split('\n', 5);
  return first.flatMap((line) => {
    const json = /^#\s*options\b:?(.*)/.exec(line)?.[1];
    if (json === undefined) return [];
    try {
      return [JSON.parse(json) as Record<string, unknown>];
    } catch {
      throw new Error(`${path}: "# options:" is not followed by a JSON object`);
    }
  });
}
