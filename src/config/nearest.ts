import { dirname, join } from 'node:path';
import { type KindIn, readText } from '../files.ts';
import { type Layer, type ReadContext, readLayer, requiresPython } from './document.ts';
import type { PythonVersion } from './keys.ts';
import { oldestAllowed } from './python-version.ts';

/** What stands in a folder or the nearest one above it; every folder is looked at once. */
export interface Nearest {
  /** The nearest configuration; its errors are thrown as ConfigError. */
  layer(folder: string): Layer | null;
  /** The nearest `requires-python`. */
  python(folder: string): PythonVersion | null;
  /** The nearest folder that looks like the root of a project. */
  root(folder: string): string | null;
}

export function nearest(context: ReadContext, kindIn: KindIn): Nearest {
  const textIn = (folder: string, name: string): string | null =>
    kindIn(folder, name) === 'file' ? readText(join(folder, name)) : null;
  return {
    layer: upwards((folder) => layerIn(folder, textIn, context)),
    python: upwards((folder) => pythonIn(folder, textIn)),
    root: upwards((folder) => (ROOT_MARKERS.some((name) => kindIn(folder, name) !== null) ? folder : null)),
  };
}

/** Null when there is no such file. */
type TextIn = (folder: string, name: string) => string | null;

const ROOT_MARKERS = ['pyproject.toml', '.git', 'setup.py', 'setup.cfg'];

function layerIn(folder: string, textIn: TextIn, context: ReadContext): Layer | null {
  const own = textIn(folder, 'nostall.toml');
  if (own !== null) return readLayer(join(folder, 'nostall.toml'), own, context);
  const text = textIn(folder, 'pyproject.toml');
  // One that never names us is not ours to judge: a broken pyproject.toml among test data must not stop a run.
  return text?.includes('nostall') ? readLayer(join(folder, 'pyproject.toml'), text, context) : null;
}

function pythonIn(folder: string, textIn: TextIn): PythonVersion | null {
  const text = textIn(folder, 'pyproject.toml');
  const specifier = text?.includes('requires-python') ? requiresPython(text) : null;
  return specifier === null ? null : oldestAllowed(specifier);
}

function upwards<T>(look: (folder: string) => T | null): (folder: string) => T | null {
  const known = new Map<string, T | null>();
  const find = (folder: string): T | null => {
    const cached = known.get(folder);
    if (cached !== undefined) return cached;
    const parent = dirname(folder);
    const found = look(folder) ?? (parent === folder ? null : find(parent));
    known.set(folder, found);
    return found;
  };
  return find;
}
