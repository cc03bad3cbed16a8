// @ts-check
import { cpSync, existsSync, lstatSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cleanEnvironment, isPresent, mustRun, root, run, tryOut, writeFiles } from './package/checks.mjs';

/** @typedef {import('./package/checks.mjs').Outcome} Outcome */

const MANY = 3000;
const ODD = 'app/with blanks/naïve 名前.py';

const stall = 'import time\n\n\nasync def wait() -> None:\n    time.sleep(1)\n';
const clean = 'import asyncio\n\n\nasync def wait() -> None:\n    await asyncio.sleep(1)\n';
const settled = 'import time\n\n\ndef settle() -> None:\n    pass\n';
const caller = 'from app.settle import settle\n\n\nasync def call() -> None:\n    settle()\n';
const disk = 'from pathlib import Path\n\n\ndef load(path: Path) -> str:\n    return path.read_text()\n';
const onDisk =
  'from pathlib import Path\n\nfrom app.disk import load\n\n\nasync def page() -> str:\n    return load(Path("p"))\n';

if (!isPresent('pre-commit') || !isPresent('git')) {
  console.log('skipped: pre-commit or git is not installed');
} else {
  for (const tool of ['pre-commit', 'git', 'npm', 'node']) {
    console.log(`${tool} ${mustRun(tool, ['--version'], { cwd: root }).replace(/^\D*/, '')}`);
  }
  tryOut((check, folder) => {
    const hooks = join(folder, 'nostall');
    copyOfThis(hooks);
    const project = join(folder, 'project');
    writeFiles(project, projectFiles());
    commitAll(project, 'A project');
    const env = { ...cleanEnvironment(), PRE_COMMIT_HOME: join(folder, 'cache'), PRE_COMMIT_COLOR: 'never' };
    const preCommit = (/** @type {string[]} */ ...args) => run('pre-commit', args, { cwd: project, env });

    const tried = preCommit('try-repo', hooks, 'nostall', '--all-files');
    check('try-repo fails and names the stall', fails(tried, 'app/stalls.py:5:5: error'), tried);
    check('a path with blanks and letters of all sorts', fails(tried, `${ODD}:5:5: error`), tried);
    check('what is excluded stays silent', tried.code === 1 && !tried.out.includes('legacy/'), tried);
    const summaries = [...tried.out.matchAll(/^\d+ findings in \d+ of (\d+) files/gm)].map(([, files]) =>
      Number(files),
    );
    check(`one process for ${MANY} files`, summaries.length === 1 && Number(summaries[0]) >= MANY, tried);

    writeFiles(project, { 'app/stalls.py': clean, [ODD]: clean });
    commitAll(project, 'Mended');
    const mended = preCommit('try-repo', hooks, 'nostall', '--all-files');
    check('try-repo passes once they are mended', mended.code === 0 && /Passed/.test(mended.out), mended);

    writeFiles(project, { '.pre-commit-config.yaml': pinned(hooks) });
    commitAll(project, 'Hooks');
    const installed = preCommit('install', '--install-hooks');
    check('a pinned hook installs', installed.code === 0, installed);
    const all = preCommit('run', '--all-files');
    check('it passes on the whole project', all.code === 0 && /Passed/.test(all.out), all);
    const excluded = preCommit('run', '--files', 'legacy/old.py');
    check('it passes when all that is given is excluded', excluded.code === 0 && /Passed/.test(excluded.out), excluded);

    writeFiles(project, { 'app/page.py': onDisk });
    const refused = commit(project, 'A page', env);
    const chain = 'app/disk.py:5:12: `load` calls `pathlib.Path.read_text`';
    check(
      'a commit fails for what an unchanged file does',
      fails(refused, 'app/page.py:7:12: warning', chain),
      refused,
    );
    const reports = refused.err.split('app/page.py:7:12: warning').length - 1;
    check('both hooks say so, with the variables that git sets for them', reports === 2, refused);
    writeFiles(project, { 'app/page.py': clean });
    const accepted = commit(project, 'A page', env);
    check('a clean commit goes through', accepted.code === 0 && accepted.err.includes('Passed'), accepted);

    writeFiles(project, { 'app/settle.py': settled.replace('pass', 'time.sleep(1)') });
    mustRun('git', ['add', '--all'], { cwd: project });
    const given = preCommit('run', 'nostall');
    check('nostall reports on the files of a commit alone', given.code === 0 && /Passed/.test(given.out), given);
    const brought = preCommit('run', 'nostall-changed');
    check('nostall-changed on what they bring elsewhere', fails(brought, 'app/caller.py:5:5: error'), brought);
    writeFiles(project, { 'app/settle.py': settled });
    mustRun('git', ['add', '--all'], { cwd: project });
    const nothing = preCommit('run', 'nostall-changed', '--all-files');
    check('nostall-changed passes when nothing has changed', nothing.code === 0 && /Passed/.test(nothing.out), nothing);
  });
}

/** Everything that a commit of all would hold: hooks are installed from a commit, not from the files as they are. */
function copyOfThis(/** @type {string} */ folder) {
  const listed = mustRun('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  for (const path of new Set(listed.split('\0'))) {
    if (!lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile()) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  commitAll(folder, 'nostall');
}

function projectFiles() {
  const many = Array.from({ length: MANY }, (_, i) => [`many/part${i % 50}/module_${i}.py`, `VALUE = ${i}\n`]);
  return {
    'nostall.toml': 'extend-exclude = ["legacy"]\n',
    'app/__init__.py': '',
    'app/stalls.py': stall,
    'app/clean.py': clean,
    'app/disk.py': disk,
    'app/settle.py': settled,
    'app/caller.py': caller,
    [ODD]: stall,
    'legacy/old.py': stall,
    ...Object.fromEntries(many),
  };
}

function pinned(/** @type {string} */ hooks) {
  const rev = mustRun('git', ['rev-parse', 'HEAD'], { cwd: hooks });
  const repo = { repo: hooks, rev, hooks: [{ id: 'nostall' }, { id: 'nostall-changed' }] };
  // YAML has JSON in it.
  return JSON.stringify({ repos: [repo] });
}

function commitAll(/** @type {string} */ folder, /** @type {string} */ message) {
  if (!existsSync(join(folder, '.git'))) mustRun('git', ['init', '--quiet'], { cwd: folder });
  const { code, out, err } = commit(folder, message, cleanEnvironment());
  if (code !== 0) throw new Error(`git commit in ${folder} exits with ${code}\n${out}${err}`);
}

/**
 * @param {string} folder
 * @param {string} message
 * @param {NodeJS.ProcessEnv} env
 */
function commit(folder, message, env) {
  mustRun('git', ['add', '--all'], { cwd: folder, env });
  const author = ['-c', 'user.name=nostall', '-c', 'user.email=nostall@example.com', '-c', 'commit.gpgsign=false'];
  return run('git', [...author, 'commit', '--quiet', '-m', message], { cwd: folder, env });
}

/**
 * @param {Outcome} outcome
 * @param {readonly string[]} words
 */
function fails({ code, out, err }, ...words) {
  return code === 1 && words.every((word) => `${out}${err}`.includes(word));
}
