import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../src/cli/project-root.ts';
import { command } from './support/command.ts';
import { workspace } from './workspace.ts';

const FILES = {
  'app/helpers.py': 'import requests\n\n\ndef load(url):\n    return requests.get(url)\n',
  'app/deep/api.py': 'from app.helpers import load\n\n\nasync def get(url):\n    return load(url)\n',
};

test.each(['.git/', 'pyproject.toml', 'setup.py', 'setup.cfg'])(
  '%s marks the root, wherever a run starts',
  async (mark) => {
    const root = workspace({ ...FILES, [mark]: '' });
    const said = await Promise.all(
      ['', 'app', 'app/deep'].map((folder) => command(join(root, folder), '--format', 'json', '--no-cache')),
    );
    const findings = said.map(({ out }) => JSON.parse(out).findings);
    expect(findings.map(([first]) => first.message)).toEqual(Array(3).fill(findings[0][0].message));
    expect(findings.map(([first]) => first.fingerprint)).toEqual(Array(3).fill(findings[0][0].fingerprint));
    expect(findings.map(([first]) => first.place.path)).toEqual(['app/deep/api.py', 'deep/api.py', 'api.py']);
    const inDeep = findings[2][0].chain.map((step: { place: { path: string } }) => step.place.path);
    expect(inDeep).toEqual(['api.py', join(root, 'app/helpers.py')]);
    const explained = await command(join(root, 'app/deep'), '--explain', 'api.py:5');
    expect(explained.out).toContain('reported: error no-blocking-io-in-async');
  },
);

test.each<[string, Record<string, string>, string, string]>([
  ['the repository, not a package in it', { '.git/': '', 'services/a/pyproject.toml': '' }, 'services/a/src', ''],
  ['the nearest repository', { '.git/': '', 'other/.git/': '' }, 'other/src', 'other'],
  ['the nearest package', { 'pyproject.toml': '', 'a/setup.py': '' }, 'a/src', 'a'],
  ['where it was started', {}, 'a/b', 'a/b'],
  ['not the home folder', { 'home/.git/': '', 'home/x/': '' }, 'home/x', 'home/x'],
  ['the home folder, started there', { 'home/.git/': '' }, 'home', 'home'],
])('the root is %s', (_, files, cwd, expected) => {
  const root = workspace({ ...files, [`${cwd}/`]: '' });
  const io = { cwd: join(root, cwd), env: { HOME: join(root, 'home') } };
  expect(projectRoot(io)).toBe(join(root, expected));
});

test.each<[string, string, string[]]>([
  ['without it the nearest file counts', '', ['services/a/api.py']],
  ['a folder that comes first', 'src = ["libs"]', []],
  ['the first of two', 'src = ["libs", "services/a"]', []],
  ['the second where the first has none', 'src = ["docs", "services/a"]', ['services/a/api.py']],
])('`src` says where imports are looked for: %s', async (_, config, expected) => {
  const root = workspace({
    'nostall.toml': `${config}\n`,
    'docs/x.py': '',
    'libs/tools.py': 'def load(url):\n    return url\n',
    'services/a/tools.py': FILES['app/helpers.py'],
    'services/a/api.py': FILES['app/deep/api.py'].replace('app.helpers', 'tools'),
  });
  const { findings } = JSON.parse((await command(root, '--format', 'json', '--no-cache')).out);
  expect(findings.map((one: { place: { path: string } }) => one.place.path)).toEqual(expected);
});
