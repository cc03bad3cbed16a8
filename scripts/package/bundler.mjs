// @ts-check

/** What `scripts/build.mjs` imports and bundles. Of all but the bundler only files without imports are used. */
const BUNDLER = 'rolldown';
const BUNDLED = ['@typescript-eslint/utils', 'ignore', 'smol-toml', 'tree-sitter-python', 'web-tree-sitter'];

/**
 * @typedef {{
 *   readonly version: string,
 *   readonly dependencies?: Readonly<Record<string, string>>,
 *   readonly optionalDependencies?: Readonly<Record<string, string>>,
 *   readonly peerDependencies?: Readonly<Record<string, string>>,
 * }} Locked
 * @typedef {{ readonly lockfileVersion: number, readonly packages: Readonly<Record<string, Locked>> }} Lockfile
 */

/**
 * A package that depends on nothing but what the bundler needs, with its lockfile: `npm ci` then checks versions and
 * content as for a developer, and gets a fifth of the bytes.
 *
 * @param {Lockfile} lockfile
 */
export function bundlerProject(lockfile) {
  /** @type {Record<string, Locked>} */
  const packages = {};
  for (const name of BUNDLED) {
    const { dependencies: _, optionalDependencies: __, peerDependencies: ___, ...alone } = locked(lockfile, name);
    packages[folderOf(name)] = alone;
  }
  const waiting = [BUNDLER];
  for (const name of waiting) {
    const entry = locked(lockfile, name);
    packages[folderOf(name)] = entry;
    const wanted = Object.keys({ ...entry.dependencies, ...entry.optionalDependencies });
    waiting.push(...wanted.filter((one) => !waiting.includes(one) && lockfile.packages[folderOf(one)] !== undefined));
  }

  const dependencies = Object.fromEntries([BUNDLER, ...BUNDLED].map((name) => [name, locked(lockfile, name).version]));
  const manifest = { name: 'bundler', version: '0.0.0', private: true, dependencies };
  const { lockfileVersion } = lockfile;
  return {
    manifest,
    lockfile: { ...manifest, lockfileVersion, requires: true, packages: { '': manifest, ...packages } },
  };
}

/**
 * @param {Lockfile} lockfile
 * @param {string} name
 */
function locked(lockfile, name) {
  const entry = lockfile.packages[folderOf(name)];
  if (entry === undefined) throw new Error(`package-lock.json has no ${name}`);
  return entry;
}

/** @param {string} name */
function folderOf(name) {
  return `node_modules/${name}`;
}
