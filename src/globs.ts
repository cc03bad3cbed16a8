import { isAbsolute, relative, sep } from 'node:path';
import ignore from 'ignore';
import { mayMatch } from './glob-needles.ts';

/** Patterns as in a .gitignore that stands in `base`. */
export interface Globs {
  readonly base: string;
  /** The pattern that takes in the absolute `path`, or one of the folders above it; null when none does. */
  match(path: string, isFolder: boolean): string | null;
  /** The same, and whether a `!pattern` puts it back. */
  verdict(path: string, isFolder: boolean): { readonly pattern: string | null; readonly restored: boolean };
}

const NOTHING = { pattern: null, restored: false } as const;

export function globs(base: string, patterns: readonly string[] | string): Globs {
  if (typeof patterns !== 'string' && patterns.every((pattern) => PLAIN.test(pattern))) return names(base, patterns);
  // Git folds case by a setting that is off on case-sensitive file systems; a report must not depend on the machine.
  const matcher = ignore({ ignorecase: false });
  const lines = typeof patterns === 'string' ? patterns.split(/\r?\n/) : patterns.map((p) => p.replace(/^\.\//, ''));
  for (const pattern of lines) matcher.add({ pattern });
  const isWorthAsking = mayMatch(lines);

  const verdict: Globs['verdict'] = (path, isFolder) => {
    const inside = below(base, path);
    if (inside === null || !isWorthAsking(inside)) return NOTHING;
    const result = matcher.test(isFolder ? `${inside}/` : inside);
    if (!result.ignored) return result.unignored ? { pattern: null, restored: true } : NOTHING;
    return { pattern: result.rule?.pattern ?? '', restored: false };
  };
  return { base, verdict, match: (path, isFolder) => verdict(path, isFolder).pattern };
}

/** A name of a file or folder, wherever it stands. */
const PLAIN = /^[\w.-]*\w[\w.-]*$/;

/** What the defaults are: a look into a set takes a fraction of the time. */
function names(base: string, patterns: readonly string[]): Globs {
  const known = new Set(patterns);
  const match = (path: string): string | null => {
    const inside = below(base, path);
    return inside === null ? null : nameIn(inside);
  };
  // Many files share a folder.
  const folders = new Map<string, string | null>();
  const nameIn = (inside: string): string | null => {
    const slash = inside.lastIndexOf('/');
    const name = inside.slice(slash + 1);
    if (slash < 0) return known.has(name) ? name : null;
    const folder = inside.slice(0, slash);
    let outer = folders.get(folder);
    if (outer === undefined) {
      outer = nameIn(folder);
      folders.set(folder, outer);
    }
    return outer ?? (known.has(name) ? name : null);
  };
  return { base, match, verdict: (path) => ({ pattern: match(path), restored: false }) };
}

/** A single pattern; `!pattern` takes in every other file below `base`. */
export function glob(base: string, pattern: string): (path: string) => boolean {
  if (!pattern.startsWith('!')) {
    const positive = globs(base, [pattern]);
    return (path) => positive.match(path, false) !== null;
  }
  const negative = globs(base, [pattern.slice(1)]);
  return (path) => below(base, path) !== null && negative.match(path, false) === null;
}

/** `path` relative to `base` with forward slashes; null when it is not below it. */
export function below(base: string, path: string): string | null {
  if (path.startsWith(base) && path[base.length] === '/' && sep === '/') return path.slice(base.length + 1) || null;
  const inside = relative(base, path);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
  return sep === '/' ? inside : inside.replaceAll(sep, '/');
}

/** A path as it is shown: relative to `cwd` when below it, with forward slashes. */
export function shown(cwd: string, path: string): string {
  if (path === cwd) return '.';
  return below(cwd, path) ?? (sep === '/' ? path : path.replaceAll(sep, '/'));
}
