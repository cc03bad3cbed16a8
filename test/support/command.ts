import type { Io, Terminal } from '../../src/cli/io.ts';
import type { Lint } from '../../src/cli/judging.ts';
import { main } from '../../src/cli/main.ts';

export interface CommandOutcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The command line in this process, with the whole pipeline behind it. */
export function command(cwd: string, ...argv: readonly string[]): Promise<CommandOutcome> {
  return commandWith(undefined, cwd, ...argv);
}

/** The same with another pipeline. */
export function commandWith(lint: Lint | undefined, cwd: string, ...argv: readonly string[]): Promise<CommandOutcome> {
  return run(lint, {}, cwd, argv);
}

/** The same with variables of the environment. */
export function commandIn(env: Io['env'], cwd: string, ...argv: readonly string[]): Promise<CommandOutcome> {
  return run(undefined, env, cwd, argv);
}

async function run(
  lint: Lint | undefined,
  env: Io['env'],
  cwd: string,
  argv: readonly string[],
): Promise<CommandOutcome> {
  const texts = { out: '', err: '' };
  const terminal = (name: 'out' | 'err'): Terminal => {
    const write = (text: string) => {
      texts[name] += text;
    };
    return { write, isTTY: false, columns: undefined };
  };
  const io: Io = {
    cwd,
    // Where git is; what else surrounds the tests has no say.
    env: { PATH: process.env.PATH, ...env },
    stdout: terminal('out'),
    stderr: terminal('err'),
    readStdin: async () => '',
    now: () => 0,
    platform: 'node v20.19.0 on linux-x64',
    machine: () => ({ cores: 1, memory: 0 }),
    peak: () => 0,
  };
  const code = await main(argv, io, ...(lint === undefined ? [] : [async () => lint]));
  return { code, ...texts };
}

/** Path and line of each finding, as `--format concise` shows them. */
export function found(cwd: string, ...argv: readonly string[]): Promise<string[]> {
  return foundIn({}, cwd, ...argv);
}

/** The same with variables of the environment. */
export async function foundIn(env: Io['env'], cwd: string, ...argv: readonly string[]): Promise<string[]> {
  const { out } = await commandIn(env, cwd, 'check', '--format', 'concise', ...argv);
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(':').slice(0, 2).join(':'));
}
