/** The only module that runs git. */
import { spawnSync } from 'node:child_process';

/** One line that says what git cannot do here. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where git runs, and with which variables. */
export interface Place {
  readonly folder: string;
  readonly env: Environment;
}

/** Bytes that git may print: a difference of a whole repository can be long. */
const MOST = 1 << 30;

/** Variables that change what a difference looks like, or what a path stands for. */
const UNWANTED = [
  'GIT_DIFF_OPTS',
  'GIT_EXTERNAL_DIFF',
  'GIT_LITERAL_PATHSPECS',
  'GIT_GLOB_PATHSPECS',
  'GIT_NOGLOB_PATHSPECS',
  'GIT_ICASE_PATHSPECS',
];
const OF_A_REPOSITORY = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_PREFIX',
];

export function placeOf(folder: string, env: Environment): Place {
  // A hook is given GIT_DIR alone. Git then takes the folder it runs in for the root of the work tree.
  const isFromHook = !env.GIT_WORK_TREE;
  return { folder, env: without(env, isFromHook ? [...UNWANTED, 'GIT_DIR', 'GIT_WORK_TREE'] : UNWANTED) };
}

/** A folder of the same work tree. */
export function inFolder({ env }: Place, folder: string): Place {
  return { folder, env };
}

/** The root of another repository, which the variables of this one do not concern. */
export function inRepository({ env }: Place, folder: string): Place {
  return { folder, env: without(env, OF_A_REPOSITORY) };
}

/** What git prints. Throws GitError with the first line of what it complains about. */
export function git(place: Place, args: readonly string[]): string {
  return run(place, args).toString('utf8');
}

/** The same, with null where git complains, for questions that may have no answer. */
export function gitIfAny(place: Place, args: readonly string[]): string | null {
  try {
    return git(place, args);
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

/** Contents of the blobs with these ids, in that order; null for what is none. Throws GitError. */
export function gitBlobs(place: Place, ids: readonly string[]): (string | null)[] {
  if (ids.length === 0) return [];
  const output = run(place, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  let at = 0;
  return ids.map(() => {
    const end = output.indexOf('\n', at);
    const header = output.toString('utf8', at, end);
    const size = / blob (\d+)$/.exec(header)?.[1];
    at = end + 1;
    if (size === undefined) return null;
    const text = output.toString('utf8', at, at + Number(size));
    at += Number(size) + 1;
    return text;
  });
}

function run({ folder, env }: Place, args: readonly string[], input?: string): Buffer {
  const { error, status, stdout, stderr } = spawnSync('git', ['--no-optional-locks', ...args], {
    cwd: folder,
    env,
    maxBuffer: MOST,
    ...(input === undefined ? {} : { input }),
  });
  if (error) {
    const isMissing = 'code' in error && error.code === 'ENOENT';
    throw new GitError(isMissing ? 'git is not installed, or not on the PATH' : `git cannot run: ${error.message}`);
  }
  if (status !== 0) throw new GitError(complaint(stderr.toString('utf8')));
  return stdout;
}

function without(env: Environment, names: readonly string[]): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name)));
}

function complaint(stderr: string): string {
  const first = stderr.split('\n').find((line) => line.trim() !== '');
  return first?.replace(/^\w+: /, '') ?? 'git failed';
}
