import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command, commandIn, found, foundIn } from './support/command.ts';
import { API, BLOCKING, commit, FILES, git, HAS_GIT, repository, write } from './support/repository.ts';
import { workspace } from './workspace.ts';

const SLOWER = API.replace('sleep(1)', 'sleep(2)');

/** A repository with another inside. */
function withSubmodule(name = 'lib'): string {
  const root = repository();
  git(root, 'submodule', '--quiet', 'add', repository({ 'api.py': API }), name);
  commit(root);
  return root;
}

describe.skipIf(!HAS_GIT)('files that git of this tree does not hold', () => {
  test('a submodule is compared with the commit that the tree has of it', async () => {
    const root = withSubmodule();
    expect(await found(root, '--changed')).toEqual([]);
    write(root, 'lib/api.py', `${API}    time.sleep(3)\n`);
    expect(await found(root, '--changed')).toEqual(['lib/api.py:11']);
    const hook = { GIT_DIR: join(root, '.git'), GIT_INDEX_FILE: join(root, '.git/index'), GIT_WORK_TREE: root };
    expect(await foundIn(hook, root, '--changed')).toEqual(['lib/api.py:11']);
    commit(join(root, 'lib'));
    expect(await found(root, '--changed')).toEqual(['lib/api.py:11']);
    commit(root);
    expect(await found(root, '--changed')).toEqual([]);
    expect(await found(root, '--since', 'HEAD~1')).toEqual(['lib/api.py:11']);
    // Before it was there at all.
    expect(await found(root, '--since', 'HEAD~2')).toEqual(['lib/api.py:10', 'lib/api.py:11']);
  });

  // Pathspecs for Python take in the second name.
  test.each(['lib', 'lib.py'])('a submodule %s that moved, however git shows it', async (name) => {
    const root = withSubmodule(name);
    write(root, `${name}/api.py`, SLOWER);
    commit(join(root, name));
    write(root, 'app/api.py', SLOWER);
    for (const format of ['short', 'log', 'diff']) {
      git(root, 'config', 'diff.submodule', format);
      expect(await found(root, '--changed')).toEqual(['app/api.py:10', `${name}/api.py:10`]);
    }
  });

  test('a submodule whose old commit is not there is new as a whole', async () => {
    const root = withSubmodule();
    git(root, 'update-index', '--cacheinfo', `160000,${'1'.repeat(40)},lib`);
    git(root, 'commit', '--quiet', '--message=x');
    const { code, err } = await command(root, '--changed', '--format', 'concise');
    expect(code).toBe(1);
    expect(err).toContain('nostall: warning: git compares lib/api.py with nothing, so all of it counts as new\n');
    expect(await found(root, '--changed')).toEqual(['lib/api.py:10']);
  });

  test('what git ignores, and a repository that it does not know', async () => {
    const root = repository({ ...FILES, '.gitignore': 'made.py\n' });
    write(root, 'app/made.py', API);
    mkdirSync(join(root, 'nested'));
    git(join(root, 'nested'), 'init', '--quiet');
    write(root, 'nested/api.py', API);
    const named = await command(root, '--changed', '--format', 'concise', 'app/made.py', 'app/api.py');
    expect(named.out).toMatch(/^app\/made\.py:10:.*\n$/);
    expect(named.err).toContain('git compares app/made.py with nothing, so all of it counts as new\n');
    const { out, err } = await command(root, '--changed', '--format', 'concise', '--no-respect-gitignore');
    expect(out.split('\n').map((line) => line.split(':', 2).join(':'))).toEqual([
      'app/made.py:10',
      'nested/api.py:10',
      '',
    ]);
    expect(err.split('\n').filter((line) => line.includes('warning'))).toEqual([
      'nostall: warning: git compares 2 files with nothing, so all of them count as new: app/made.py, nested/api.py',
    ]);
    const quiet = await command(root, '--changed', '--quiet', '--no-respect-gitignore');
    expect(quiet.err).not.toContain('warning');
  });

  test('chains through such files were there before', async () => {
    const root = repository({ ...FILES, 'app/helpers.py': '', '.gitignore': 'helpers.py\n' });
    write(root, 'app/helpers.py', BLOCKING);
    write(root, 'app/__init__.py', '"""App."""\n');
    expect(await found(root, '--changed', '--no-respect-gitignore')).toEqual([]);
  });

  test('by way of links', async () => {
    const alone = API.replace('from app.helpers import load\n', 'load = print\n');
    const root = repository({ ...FILES, 'deep/r.py': alone, 'deep/more/s.py': alone });
    const away = workspace({});
    symlinkSync(root, join(away, 'link'));
    symlinkSync('deep', join(root, 'lnk'));
    write(root, 'app/helpers.py', BLOCKING);
    write(root, 'deep/r.py', alone.replace('sleep(1)', 'sleep(2)'));
    write(root, 'deep/more/s.py', `"""Doc."""\n${alone}`);
    expect(await found(root, '--changed', join(away, 'link'))).toEqual([
      `${away}/link/app/api.py:6`,
      `${away}/link/deep/r.py:10`,
    ]);
    expect(await found(root, '--changed', join(away, 'link/app'))).toEqual([`${away}/link/app/api.py:6`]);
    expect(await found(root, '--changed', 'lnk/r.py', 'lnk/more/s.py')).toEqual(['lnk/r.py:10']);
    expect(await found(root, '--changed', 'lnk')).toEqual(['lnk/r.py:10']);
    expect((await command(root, '--changed', 'lnk')).err).not.toContain('warning');
  });

  test('a link that is named counts as new', async () => {
    const root = repository();
    symlinkSync('app/api.py', join(root, 'link.py'));
    commit(root);
    write(root, 'app/api.py', SLOWER);
    expect(await found(root, '--changed', 'link.py')).toEqual(['link.py:10']);
  });

  test.each<[string, (root: string) => string]>([
    ['in another repository', () => repository()],
    ['in none', () => workspace(FILES)],
  ])('a file %s is an error', async (_, make) => {
    const root = repository();
    const other = make(root);
    const { code, err } = await command(root, '--changed', other);
    expect({ code, err }).toEqual({
      code: 2,
      err: `nostall: --changed: ${other}/app/__init__.py is not in the work tree ${root}\n`,
    });
  });
});

describe.skipIf(!HAS_GIT)('errors name what was typed', () => {
  test.each<[string, string[], string]>([
    ['a file', ['--since', 'app/api.py'], '--since app/api.py: git knows no revision "app/api.py"\n'],
    ['a remote', ['--since', 'origin/main'], '--since origin/main: git knows no revision "origin/main"\n'],
  ])('%s', async (_, flags, message) => {
    expect((await command(repository(), ...flags)).err).toBe(`nostall: ${message}`);
  });

  test('--changed', async () => {
    expect((await command(workspace(FILES), '--changed')).err).toMatch(/^nostall: --changed: not a git repository/);
    const env = { PRE_COMMIT_FROM_REF: 'gone' };
    const { err } = await commandIn(env, repository(), '--changed');
    expect(err).toBe('nostall: --changed: git knows no revision "gone"\n');
  });

  test('a shallow clone is told to fetch, no other', async () => {
    const root = repository();
    commit(root);
    commit(root);
    git(root, 'branch', 'side', 'HEAD~2');
    const clone = join(workspace({}), 'clone');
    git(root, 'clone', '--quiet', '--depth=1', `file://${root}`, clone);
    const { err } = await command(clone, '--since', 'origin/side');
    expect(err).toBe(
      'nostall: --since origin/side: git knows no revision "origin/side": a shallow clone may have to fetch it\n',
    );
    git(clone, 'fetch', '--quiet', '--depth=1', 'origin', 'side');
    expect((await command(clone, '--since', 'FETCH_HEAD')).err).toContain('a shallow clone may have to fetch more');
    git(root, 'checkout', '--quiet', '--orphan', 'island');
    write(root, 'app/api.py', SLOWER);
    commit(root);
    expect((await command(root, '--since', 'main')).err).toBe(
      'nostall: --since main: "main" and HEAD have no commit in common\n',
    );
  });
});
