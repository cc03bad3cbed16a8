import { EXCLUDED } from './config/keys.ts';
import type { Disk } from './files.ts';

const LEFT_OUT: ReadonlySet<string> = new Set(EXCLUDED);
/** A root with more files than any project has is no project: a home folder, a whole disk. */
const MOST = 60_000;

const PYTHON = /\.pyi?$/;

/** Paths of all Python files below a folder, as imports see them; null when that is no project. `root` ends in a slash. */
export function projectFiles(disk: Disk, root: string): readonly string[] | null {
  const found: string[] = [];
  collect(disk, root, '', found);
  return found.length < MOST ? found : null;
}

function collect(disk: Disk, root: string, prefix: string, into: string[]): void {
  if (into.length >= MOST) return;
  let entries: ReturnType<Disk['listFolder']>;
  try {
    entries = disk.listFolder(`${root}${prefix}`);
  } catch {
    // A folder that may not be read has no modules that can be.
    return;
  }
  for (const { name, kind } of entries) {
    if (kind === 'file' && PYTHON.test(name)) into.push(`${prefix}${name}`);
    else if (kind === 'folder' && !name.startsWith('.') && !LEFT_OUT.has(name))
      collect(disk, root, `${prefix}${name}/`, into);
  }
}
