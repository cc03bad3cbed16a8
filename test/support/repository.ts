import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspace } from '../workspace.ts';

export const HELPERS = `import json


def load(path):
    return json.loads(path)
`;
export const API = `import time
from app.helpers import load


async def one(path):
    return load(path)


async def two():
    time.sleep(1)
`;
export const FILES = { 'app/helpers.py': HELPERS, 'app/api.py': API, 'app/__init__.py': '' };
export const BLOCKING = HELPERS.replace('import json', 'import requests').replace(
  'json.loads(path)',
  'requests.get(path)',
);

export const HAS_GIT = spawnSync('git', ['--version']).status === 0;
if (!HAS_GIT) console.log('skipped: git is not installed, so --since is not tested');

/** What git prints; the user's own settings and any hook around this process have no say. */
export function git(root: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  const { status, stdout, stderr } = spawnSync('git', [...identity, '-c', 'protocol.file.allow=always', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

export function repository(files: Readonly<Record<string, string>> = FILES): string {
  const root = workspace(files);
  git(root, 'init', '--quiet', '--initial-branch=main');
  commit(root);
  return root;
}

export function commit(root: string): void {
  git(root, 'add', '--all');
  git(root, 'commit', '--quiet', '--message=x', '--allow-empty');
}

export function write(root: string, path: string, text: string): void {
  writeFileSync(join(root, path), text);
}
