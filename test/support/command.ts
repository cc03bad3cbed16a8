import type { Lint } from '../../src/cli/check.ts';
import type { Io, Terminal } from '../../src/cli/io.ts';
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
export async function commandWith(
  lint: Lint | undefined,
  cwd: string,
  ...argv: readonly string[]
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
    env: {},
    stdout: terminal('out'),
    stderr: terminal('err'),
    readStdin: async () => '',
    now: () => 0,
    platform: 'node v20.19.0 on linux-x64',
    machine: () => ({ cores: 1, memory: 0 }),
  };
  const code = await main(argv, io, ...(lint === undefined ? [] : [async () => lint]));
  return { code, ...texts };
}

/** Place, level and rule of each finding, as `--format concise` shows them. */
export async function found(cwd: string, ...argv: readonly string[]): Promise<string[]> {
  const { out } = await command(cwd, 'check', '--format', 'concise', ...argv);
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(':').slice(0, 2).join(':'));
}
