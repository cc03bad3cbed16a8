// @ts-check
import { existsSync, mkdirSync, readdirSync, realpathSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cleanEnvironment, mustRun, root, run, tryOut, writeFiles } from './package/checks.mjs';

/** @typedef {import('./package/checks.mjs').Outcome} Outcome */

const stall = 'import time\n\n\nasync def wait() -> None:\n    time.sleep(1)\n';

console.log(`npm ${mustRun('npm', ['--version'], { cwd: root })}, node ${process.versions.node}`);
tryOut((check, folder) => {
  const env = {
    ...cleanEnvironment(),
    npm_config_cache: join(folder, 'cache'),
    npm_config_userconfig: join(folder, 'npmrc'),
    npm_config_update_notifier: 'false',
  };
  const packed = run('npm', ['pack', '--pack-destination', folder], { cwd: root, env });
  const tarball = packed.out.trim();
  check('npm pack builds, and prints the name of the tarball alone', existsSync(join(folder, tarball)), packed);

  const project = join(folder, 'project');
  writeFiles(project, { 'package.json': '{ "private": true }\n' });
  const install = ['install', '--offline', '--no-audit', '--no-fund', join(folder, tarball)];
  const installed = run('npm', install, { cwd: project, env });
  const alone = readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'));
  check('it installs offline, with an empty cache, and brings nothing', alone.join() === 'nostall', installed);
  check('npm has nothing to say about scripts', installed.code === 0 && installed.err === '', installed);

  const checkout = join(project, 'checkout');
  writeFiles(checkout, { 'app/stalls.py': stall });
  const offline = run('npx', ['--offline', 'nostall', 'check', '--format', 'concise'], { cwd: checkout, env });
  check(
    'npx --offline nostall check',
    offline.code === 1 && offline.out.startsWith('app/stalls.py:5:5: error'),
    offline,
  );

  const path = bareFolder(join(folder, 'bin'));
  const bare = { PATH: path, npm_config_userconfig: env.npm_config_userconfig, npm_config_update_notifier: 'false' };
  const node = join(path, 'node');
  const command = join(project, 'node_modules/.bin/nostall');
  const sarif = ['check', '--format', 'sarif'];
  const writing = readOnly(checkout, bare, [node, '-e', "require('fs').writeFileSync('a.py', '')"]);
  check('a checkout that cannot be written to', /EROFS|EACCES/.test(writing.err), writing);
  const byNode = readOnly(checkout, bare, [node, command, ...sarif]);
  check('there: node alone on the PATH, no HOME, SARIF', isReport(byNode), byNode);
  const byBin = readOnly(checkout, bare, [command, ...sarif]);
  check('the same, by the installed command', isReport(byBin), byBin);
  const byNpx = readOnly(checkout, bare, [join(path, 'npx'), '--offline', 'nostall', ...sarif]);
  check('the same, by npx, with a shell on the PATH', isReport(byNpx), byNpx);
});

/** A folder with what comes with Node, and with the shell that npx starts commands in. */
function bareFolder(/** @type {string} */ folder) {
  mkdirSync(folder);
  symlinkSync(process.execPath, join(folder, 'node'));
  for (const name of ['npm', 'npx', 'sh']) {
    const found = (process.env.PATH ?? '').split(delimiter).find((entry) => existsSync(join(entry, name)));
    if (found !== undefined) symlinkSync(realpathSync(join(found, name)), join(folder, name));
  }
  return folder;
}

/**
 * Permissions stop everybody but root: for root the folder is mounted read-only, in a namespace of its own.
 *
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} bare
 * @param {readonly string[]} command
 */
function readOnly(folder, bare, command) {
  const isRoot = process.getuid?.() === 0;
  const [close, open] = isRoot
    ? ['mount --bind "$1" "$1" && mount -o remount,bind,ro "$1"', 'true']
    : ['chmod -R a-w "$1"', 'chmod -R u+w "$1"'];
  const script = `${close} && (cd "$1" && shift && exec env -i "$@"); code=$?; ${open}; exit $code`;
  const shell = ['sh', '-c', script, 'sh', folder, ...Object.entries(bare).map((one) => one.join('=')), ...command];
  return isRoot ? run('unshare', ['-rm', ...shell], { cwd: root }) : run('sh', shell.slice(1), { cwd: root });
}

/** @param {Outcome} outcome */
function isReport({ code, out, err }) {
  // npm 12 tells what npx runs.
  if (code !== 1 || err.replace(/^npm notice run .*\n/gm, '') !== '') return false;
  const [{ results, invocations }] = JSON.parse(out).runs;
  return results.length === 1 && invocations[0].executionSuccessful === true;
}
