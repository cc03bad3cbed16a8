/** The only module that runs git. */
import { spawnSync } from 'node:child_process';

/** One line that says what git cannot do here. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

/** Bytes that git may print: a difference of a whole repository can be long. */
const MOST = 1 << 30;

/** What git prints. Throws GitError with the first line of what it complains about. */
export function git(folder: string, args: readonly string[]): string {
  return run(folder, args).toString('utf8');
}

/** Contents of objects, such as `HEAD:a.py`, in the order asked for; null for what is none. Throws GitError. */
export function gitBlobs(folder: string, names: readonly string[]): (string | null)[] {
  if (names.length === 0) return [];
  const output = run(folder, ['cat-file', '--batch'], `${names.join('\n')}\n`);
  let at = 0;
  return names.map(() => {
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

function run(folder: string, args: readonly string[], input?: string): Buffer {
  const { error, status, stdout, stderr } = spawnSync('git', ['--no-optional-locks', ...args], {
    cwd: folder,
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

function complaint(stderr: string): string {
  const first = stderr.split('\n').find((line) => line.trim() !== '');
  return first?.replace(/^\w+: /, '') ?? 'git failed';
}
