import { spawnSync } from 'node:child_process';

export interface Text {
  readonly path: string;
  readonly text: string;
}

/** Minor version of the interpreter; null when there is none. */
export function interpreterMinor(): number | null {
  const { status, stdout } = spawnSync('python3', ['-c', 'import sys; print(sys.version_info[1])'], {
    encoding: 'utf8',
  });
  return status === 0 ? Number(stdout) : null;
}

/** The version that a file asks for by its name. */
export function neededMinor(path: string): number {
  return Number(/_py3(\d+)\.py$/.exec(path)?.[1] ?? 0);
}

/** What one interpreter says of the texts that do not compile. */
export function compileErrors(texts: readonly Text[]): string[] {
  const input = JSON.stringify(texts);
  const { status, stdout, stderr } = spawnSync('python3', ['-W', 'ignore', '-c', SCRIPT], { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(`python3 failed: ${stderr}`);
  return JSON.parse(stdout) as string[];
}

const SCRIPT = `
import json, sys
errors = []
for one in json.load(sys.stdin):
    try:
        compile(one["text"], one["path"], "exec", dont_inherit=True)
    except SyntaxError as error:
        errors.append(f'{one["path"]}:{error.lineno}: {error.msg}')
print(json.dumps(errors))
`;
