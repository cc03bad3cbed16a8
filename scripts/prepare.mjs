// Builds when npm installs from git, as pre-commit has it do. A developer's `npm ci` needs nothing built, and `prepack`
// has built before `npm pack` comes here.
// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundlerProject } from './package/bundler.mjs';

try {
  if (!existsSync('dist/cli.js') && !isDeveloper()) {
    if (!existsSync('node_modules/rolldown')) installBundler();
    execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** npm works on git dependencies in a folder of its own, and not in the one that it was called in. */
function isDeveloper() {
  const calledIn = process.env.INIT_CWD;
  return calledIn !== undefined && !relative(process.cwd(), calledIn).startsWith('..');
}

/** A global install from git, which pre-commit does, comes without devDependencies: npm takes the inner install for a global one, too. */
function installBundler() {
  if (existsSync('node_modules')) throw new Error('node_modules has no rolldown: run npm ci');
  const folder = mkdtempSync('.bundler-');
  try {
    const { manifest, lockfile } = bundlerProject(JSON.parse(readFileSync('package-lock.json', 'utf8')));
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lockfile));
    const flags = [
      '--ignore-scripts',
      '--prefer-offline',
      '--omit=peer',
      '--include=optional',
      '--no-audit',
      '--no-fund',
    ];
    npm(['ci', ...flags], folder);
    renameSync(join(folder, 'node_modules'), 'node_modules');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 */
function npm(args, cwd) {
  const { npm_execpath: path } = process.env;
  const env = { ...process.env, npm_config_global: 'false' };
  if (path === undefined) throw new Error('scripts/prepare.mjs is run by npm');
  execFileSync(process.execPath, [path, ...args], { cwd, env, stdio: 'inherit' });
}
