// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cache } from './projects.mjs';

/** @typedef {import('./projects.mjs').Project} Project */

const PATTERNS = ['*.py', '*.pyi', '*.toml', '.gitignore'];
/** A bare clone does not by itself hand out single commits without file contents. */
const MIRROR_UPLOAD = 'git -c uploadpack.allowFilter=true -c uploadpack.allowAnySHA1InWant=true upload-pack';

/** @param {Project} project */
export function checkoutFolder({ name, commit }) {
  return join(cache, 'checkouts', `${name}-${commit.slice(0, 12)}`);
}

/**
 * The folder with the project's Python files at its commit. Nothing of the project runs: hooks are off, and submodules stay out.
 *
 * @param {Project} project
 * @param {string | undefined} mirrors a folder of bare clones, each at `<owner>+<name>/repo`
 */
export function checkout(project, mirrors) {
  const folder = checkoutFolder(project);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  fetch(draft, project, mirrors);
  removeLinks(draft);
  renameSync(draft, folder);
  return folder;
}

/**
 * @param {string} folder
 * @param {Project} project
 * @param {string | undefined} mirrors
 */
function fetch(folder, { repository, commit }, mirrors) {
  git(folder, 'init', '--quiet', '--template=');
  const settings = {
    'core.hooksPath': '/dev/null',
    'core.autocrlf': 'false',
    'core.symlinks': 'false',
    'core.sparseCheckout': 'true',
    'remote.origin.url': source(repository, mirrors),
    // File contents come with the checkout, in one go and only those that the patterns name.
    'remote.origin.promisor': 'true',
    'remote.origin.partialclonefilter': 'blob:none',
  };
  for (const [key, value] of Object.entries(settings)) git(folder, 'config', key, value);
  if (mirrors !== undefined) git(folder, 'config', 'remote.origin.uploadpack', MIRROR_UPLOAD);
  mkdirSync(join(folder, '.git/info'), { recursive: true });
  writeFileSync(join(folder, '.git/info/sparse-checkout'), `${PATTERNS.join('\n')}\n`);
  git(folder, 'fetch', '--quiet', '--depth=1', '--no-tags', 'origin', commit);
  git(folder, 'checkout', '--quiet', '--detach', 'FETCH_HEAD');
}

/**
 * @param {string} repository
 * @param {string | undefined} mirrors
 */
function source(repository, mirrors) {
  if (mirrors === undefined) return `https://github.com/${repository}.git`;
  const mirror = resolve(mirrors, repository.replace('/', '+'), 'repo');
  if (!existsSync(mirror)) throw new Error(`there is no bare clone at ${mirror}`);
  return `file://${mirror}`;
}

/** A link may lead out of the checkout; without links git writes its target's name as if that were Python. */
function removeLinks(/** @type {string} */ folder) {
  for (const entry of git(folder, 'ls-files', '--stage', '-z').split('\0')) {
    const [, path] = entry.split('\t');
    if (path !== undefined && entry.startsWith('120000 ')) rmSync(join(folder, path), { force: true });
  }
}

/**
 * @param {string} folder
 * @param {readonly string[]} args
 */
function git(folder, ...args) {
  // Inside a git hook these name the repository of the hook.
  const { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, ...inherited } = process.env;
  const env = { ...inherited, GIT_TERMINAL_PROMPT: '0', GIT_LFS_SKIP_SMUDGE: '1' };
  const run = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8', env, maxBuffer: 1 << 28 });
  if (run.error !== undefined) throw new Error(`cannot run git: ${run.error.message}`);
  if (run.status !== 0) throw new Error(`git ${args[0]} in ${folder}: ${run.stderr.trim().split('\n').at(-1)}`);
  return run.stdout;
}
