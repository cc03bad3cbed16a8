import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readText } from '../src/files.ts';
import { pythonFiles } from './support/fixture.ts';

const all = pythonFiles(resolve('fixtures')).filter((path) => !isBroken(path));
const minor = interpreterMinor();

test('the interpreter compiles every fixture', (context) => {
  if (minor === null) context.skip(`no python3: ${all.length} fixtures not compiled`);
  const files = all.filter((path) => neededMinor(path) <= minor!);
  // The compiled files must not lie beside the fixtures.
  const cache = mkdtempSync(join(tmpdir(), 'nostall-compiled-'));
  const env = { ...process.env, PYTHONPYCACHEPREFIX: cache };
  const args = ['-m', 'compileall', '-q', '-f', '-i', '-'];
  const { status, stdout, stderr } = spawnSync('python3', args, { input: files.join('\n'), env, encoding: 'utf8' });
  rmSync(cache, { recursive: true });
  console.log(`compiled ${files.length} fixtures, left out ${all.length - files.length} for a newer Python`);
  expect(files.length).toBeGreaterThan(0);
  expect(stdout + stderr).toBe('');
  expect(status).toBe(0);
});

/** Files whose subject is text that is not Python. */
function isBroken(path: string): boolean {
  return path.includes(join('fixtures', 'syntax-error')) || /#\s*expect[^:]*:.*\bsyntax-error\b/.test(readText(path));
}

function neededMinor(path: string): number {
  return Number(/_py3(\d+)\.py$/.exec(path)?.[1] ?? 0);
}

function interpreterMinor(): number | null {
  const { status, stdout } = spawnSync('python3', ['-c', 'import sys; print(sys.version_info[1])'], {
    encoding: 'utf8',
  });
  return status === 0 ? Number(stdout) : null;
}
