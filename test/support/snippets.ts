import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** One command of a snippet, as the service hands it to a shell. */
export interface Command {
  /** The job it belongs to, or the only one. */
  readonly job: string;
  readonly shell: string;
}

interface Step {
  readonly run?: string;
  readonly bash?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** Commands of a GitHub workflow, a GitLab job or an Azure pipeline, in order. */
export function commandsOf(text: string): Command[] {
  const document = parse(text) as Record<string, { steps?: Step[]; script?: string[] }> & { steps?: Step[] };
  const jobs = (document.jobs ?? (document.steps ? { '': document } : document)) as Record<
    string,
    { steps?: Step[]; script?: string[] }
  >;
  return Object.entries(jobs).flatMap(([job, { steps = [], script = [] }]) => {
    return [...script, ...steps.flatMap(({ run, bash }) => run ?? bash ?? [])].map((shell) => ({ job, shell }));
  });
}

/** Steps of a GitHub workflow that use an action. */
export function usesOf(text: string): { readonly uses: string; readonly inputs: readonly string[] }[] {
  const { jobs = {}, runs } = parse(text) as { jobs?: Record<string, { steps: Step[] }>; runs?: { steps: Step[] } };
  const steps = [...Object.values(jobs), ...(runs ? [runs] : [])].flatMap((job) => job.steps);
  return steps.flatMap(({ uses, with: given = {} }) =>
    uses === undefined ? [] : [{ uses, inputs: Object.keys(given) }],
  );
}

/** A folder of programs for the PATH: `npx` runs the given command line, the other ones do what is said. */
export function toolsIn(folder: string, cli: string, others: Readonly<Record<string, string>>): string {
  const npx = `[ "$1 $2 $3" = '--no -- nostall' ] || exit 9\nshift 3\nexec node '${cli}' "$@"`;
  for (const [name, body] of Object.entries({ npx, npm: '[ "$*" = ci ]', ...others })) {
    writeFileSync(join(folder, name), `#!/usr/bin/env bash\n${body}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export function runShell(shell: string, cwd: string, tools: string, env: Readonly<Record<string, string>> = {}): Ran {
  const path = `${tools}:${process.env.PATH}`;
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', shell], {
    cwd,
    encoding: 'utf8',
    env: { PATH: path, HOME: process.env.HOME, ...env },
  });
  return { code: status, out: stdout, err: stderr };
}
