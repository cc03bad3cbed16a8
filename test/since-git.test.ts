import { chmodSync, mkdirSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandIn, foundIn } from './support/command.ts';
import { API, BLOCKING, commit, FILES, git, HAS_GIT, repository, write } from './support/repository.ts';
import { workspace } from './workspace.ts';

const SLOWER = API.replace('sleep(1)', 'sleep(2)');

describe.skipIf(!HAS_GIT)("git's settings do not change what is new", () => {
  // Two hunks that are close to each other, around a line that stays.
  const before = 'import time\n\n\nasync def two():\n    a = 1\n    time.sleep(1)\n    b = 1\n';
  const after = `"""Doc."""\n${before.replaceAll('= 1', '= 2')}`;

  test.each<[string, string[]]>([
    ['interHunkContext', ['diff.interHunkContext', '50']],
    ['context', ['diff.context', '50']],
    ['external', ['diff.external', 'false']],
    ['noprefix', ['diff.noprefix', 'true']],
    ['mnemonicPrefix', ['diff.mnemonicPrefix', 'true']],
    ['renames', ['diff.renames', 'copies']],
    ['color', ['color.ui', 'always']],
    ['relative', ['diff.relative', 'true']],
    ['quoted paths', ['core.quotePath', 'false']],
    ['textconv', ['diff.python.textconv', 'true']],
    ['a driver that calls it binary', ['diff.python.binary', 'true']],
    ['a driver with a command', ['diff.python.command', 'false']],
  ])('%s', async (_, setting) => {
    const root = repository({ 'a.py': before, 'b.py': API, '.gitattributes': '*.py diff=python\n' });
    git(root, 'config', ...setting);
    write(root, 'a.py', after);
    write(root, 'b.py', SLOWER);
    expect(await foundIn({}, root, '--changed')).toEqual(['b.py:10']);
  });

  test('variables of git', async () => {
    const root = repository({ 'a.py': before, 'b.py': API });
    write(root, 'a.py', after);
    write(root, 'b.py', SLOWER);
    const env = { GIT_DIFF_OPTS: '-u5', GIT_EXTERNAL_DIFF: 'false', GIT_PAGER: 'false' };
    expect(await foundIn(env, root, '--changed')).toEqual(['b.py:10']);
  });

  test('a file that was touched only, where git is told not to look closer', async () => {
    const root = repository();
    git(root, 'config', 'diff.autoRefreshIndex', 'false');
    utimesSync(join(root, 'app/helpers.py'), 1, 1);
    write(root, 'app/api.py', SLOWER);
    const { code, err } = await commandIn({}, root, '--changed', '--quiet');
    expect({ code, err }).toEqual({ code: 1, err: '' });
  });

  test('renames that are not to be found', async () => {
    const root = repository();
    git(root, 'config', 'diff.renames', 'false');
    git(root, 'mv', 'app/api.py', 'app/routes.py');
    expect(await foundIn({}, root, '--changed')).toEqual([]);
  });

  test('files that attributes call binary', async () => {
    const root = repository({ ...FILES, '.gitattributes': '*.py binary\n' });
    write(root, 'app/api.py', `"""Doc."""\n${API}    time.sleep(1)\n`);
    expect(await foundIn({}, root, '--changed')).toEqual(['app/api.py:12']);
  });

  test('line ends that git converts', async () => {
    const root = repository();
    git(root, 'config', 'core.autocrlf', 'true');
    write(root, 'app/api.py', API.replaceAll('\n', '\r\n'));
    expect(await foundIn({}, root, '--changed')).toEqual([]);
    write(root, 'app/api.py', SLOWER.replaceAll('\n', '\r\n'));
    expect(await foundIn({}, root, '--changed')).toEqual(['app/api.py:10']);
  });
});

describe.skipIf(!HAS_GIT)('what git may find', () => {
  test('the mode of a file changed, nothing else', async () => {
    const root = repository();
    chmodSync(join(root, 'app/api.py'), 0o755);
    expect(await foundIn({}, root, '--changed')).toEqual([]);
    expect((await commandIn({}, root, '--changed')).code).toBe(0);
  });

  test('a file that git is only told about', async () => {
    const root = repository();
    write(root, 'app/new.py', API);
    git(root, 'add', '--intent-to-add', 'app/new.py');
    expect(await foundIn({}, root, '--changed')).toEqual(['app/new.py:10']);
  });

  test('a conflict', async () => {
    const root = repository();
    git(root, 'checkout', '--quiet', '-b', 'other');
    write(root, 'app/api.py', API.replace('sleep(1)', 'sleep(3)'));
    commit(root);
    git(root, 'checkout', '--quiet', 'main');
    write(root, 'app/api.py', SLOWER);
    commit(root);
    expect(() => git(root, 'merge', 'other')).toThrow();
    write(root, 'app/api.py', API.replace('sleep(1)', 'sleep(3)'));
    expect(await foundIn({}, root, '--changed')).toEqual(['app/api.py:10']);
  });

  test('a file that became a link, and a link that became a file', async () => {
    const root = repository();
    symlinkSync('helpers.py', join(root, 'app/link.py'));
    commit(root);
    rmSync(join(root, 'app/link.py'));
    write(root, 'app/link.py', API);
    rmSync(join(root, 'app/helpers.py'));
    symlinkSync('api.py', join(root, 'app/helpers.py'));
    expect(await foundIn({}, root, '--changed', 'app/link.py', 'app/api.py')).toEqual(['app/link.py:10']);
  });

  test('a file that became a folder and is one again', async () => {
    const root = repository();
    rmSync(join(root, 'app/helpers.py'));
    mkdirSync(join(root, 'app/helpers.py'));
    write(root, 'app/helpers.py/deep.py', BLOCKING);
    commit(root);
    rmSync(join(root, 'app/helpers.py'), { recursive: true });
    write(root, 'app/helpers.py', BLOCKING);
    expect(await foundIn({}, root, '--changed')).toEqual(['app/api.py:6']);
  });

  test('a sparse checkout', async () => {
    const root = repository({ ...FILES, 'lib/x.py': API });
    git(root, 'sparse-checkout', 'set', 'app');
    write(root, 'app/api.py', SLOWER);
    expect(await foundIn({}, root, '--changed')).toEqual(['app/api.py:10']);
  });

  test('a tag, but no tree', async () => {
    const root = repository();
    git(root, 'tag', '--annotate', '--message=x', 'v1');
    write(root, 'app/api.py', SLOWER);
    commit(root);
    expect(await foundIn({}, root, '--since', 'v1')).toEqual(['app/api.py:10']);
    const { code, err } = await commandIn({}, root, '--since', 'v1:app');
    expect({ code, err }).toEqual({ code: 2, err: 'nostall: --since v1:app: "v1:app" is no commit\n' });
  });

  test('a name with a line end in it', async () => {
    const root = repository({ ...FILES, 'app/a\nb.py': API, 'app/c.py': API, 'app/empty.py': '' });
    for (const name of ['app/a\nb.py', 'app/c.py', 'app/empty.py']) write(root, name, `"""Doc."""\n\n${API}`);
    const { out } = await commandIn({}, root, '--changed', '--format', 'json');
    const { findings } = JSON.parse(out) as { findings: { place: { path: string } }[] };
    expect(findings.map(({ place }) => place.path)).toEqual(['app/empty.py']);
  });

  test('a text that is not there is told', async () => {
    const root = repository();
    const blob = git(root, 'rev-parse', 'HEAD:app/helpers.py');
    write(root, 'app/helpers.py', BLOCKING);
    rmSync(join(root, '.git/objects', blob.slice(0, 2), blob.slice(2)));
    const { code, err } = await commandIn({}, root, '--changed');
    expect(code).toBe(2);
    expect(err).toMatch(/^nostall: --changed: .*\n$/);
  });

  test('a file without the ending of Python that is named', async () => {
    const root = repository({ 'bin/tool': API, 'gui.pyw': API });
    write(root, 'bin/tool', SLOWER);
    write(root, 'gui.pyw', SLOWER);
    expect(await foundIn({}, root, '--changed', 'bin/tool', 'gui.pyw')).toEqual(['bin/tool:10', 'gui.pyw:10']);
  });
});

describe.skipIf(!HAS_GIT)('in a hook', () => {
  test.each<[string, (root: string) => Record<string, string>]>([
    ['with an absolute GIT_DIR', (root) => ({ GIT_DIR: git(root, 'rev-parse', '--absolute-git-dir') })],
    ['with a relative one', () => ({ GIT_DIR: '.git', GIT_INDEX_FILE: '.git/index' })],
  ])('%s', async (_, env) => {
    const root = repository({ ...FILES, 'app/api.py': API.replace('app.helpers', '.helpers') });
    write(root, 'app/helpers.py', BLOCKING);
    expect(await foundIn(env(root), root, '--changed')).toEqual(['app/api.py:6']);
    expect(await foundIn(env(root), join(root, 'app'), '--changed')).toEqual(['api.py:6']);
  });

  test('of a linked work tree', async () => {
    const root = repository({ ...FILES, 'app/api.py': API.replace('app.helpers', '.helpers') });
    const tree = join(workspace({}), 'tree');
    git(root, 'worktree', 'add', '--quiet', '--detach', tree);
    write(tree, 'app/helpers.py', BLOCKING);
    const env = { GIT_DIR: git(tree, 'rev-parse', '--absolute-git-dir') };
    expect(await foundIn(env, join(tree, 'app'), '--changed')).toEqual(['api.py:6']);
    expect(await foundIn({}, tree, '--changed')).toEqual(['app/api.py:6']);
    expect(await foundIn({}, root, '--changed')).toEqual([]);
  });

  test('with another index', async () => {
    const root = repository();
    write(root, 'app/new.py', API);
    const env = { GIT_INDEX_FILE: join(root, '.git/other') };
    git(root, 'read-tree', '--index-output=.git/other', 'HEAD');
    // Known to the usual index alone.
    git(root, 'add', 'app/new.py');
    expect(await foundIn({ ...env, PRE_COMMIT: '1' }, root, '--changed')).toEqual([]);
    expect(await foundIn({ PRE_COMMIT: '1' }, root, '--changed')).toEqual(['app/new.py:10']);
  });

  test('with a work tree elsewhere', async () => {
    const root = repository();
    const away = workspace({ ...FILES, 'app/api.py': SLOWER });
    const env = { GIT_DIR: join(root, '.git'), GIT_WORK_TREE: away };
    expect(await foundIn(env, away, '--changed')).toEqual(['app/api.py:10']);
    expect(await foundIn(env, join(away, 'app'), '--changed')).toEqual(['api.py:10']);
  });

  test('of pre-commit: files that git does not track are no part of the commit', async () => {
    const root = repository();
    write(root, 'app/scratch.py', API);
    write(root, 'app/staged.py', API);
    git(root, 'add', 'app/staged.py');
    expect(await foundIn({ PRE_COMMIT: '1' }, root, '--changed')).toEqual(['app/staged.py:10']);
    expect(await foundIn({}, root, '--changed')).toEqual(['app/scratch.py:10', 'app/staged.py:10']);
  });

  test('of pre-commit before a push: everything since the commit that the other side has', async () => {
    const root = repository();
    const from = git(root, 'rev-parse', 'HEAD');
    write(root, 'app/helpers.py', BLOCKING);
    commit(root);
    const env = { PRE_COMMIT: '1', PRE_COMMIT_FROM_REF: from, PRE_COMMIT_TO_REF: 'HEAD' };
    expect(await foundIn(env, root, '--changed')).toEqual(['app/api.py:6']);
    expect(await foundIn({ PRE_COMMIT: '1' }, root, '--changed')).toEqual([]);
    expect(await foundIn(env, root, '--since', 'HEAD')).toEqual([]);
  });
});

describe.skipIf(!HAS_GIT)('a renamed function', () => {
  test('takes its lines along', async () => {
    const root = repository();
    write(root, 'app/api.py', API.replace('two', 'zwei').replace('import time\n', 'import time\nimport json\n'));
    expect(await foundIn({}, root, '--changed')).toEqual([]);
  });

  test('stands for no other line', async () => {
    const root = repository({ 'a.py': `${API}\n\nasync def three():\n    pass\n` });
    write(root, 'a.py', `${API.replace('def two', 'def zwei')}\n\nasync def three():\n    time.sleep(1)\n`);
    expect(await foundIn({}, root, '--changed')).toEqual(['a.py:14']);
  });

  test('an equal line that went away stands for no other, either', async () => {
    const gone = 'import time\n\n\nasync def one():\n    time.sleep(1)\n\n\n';
    const rest = 'def two():\n    time.sleep(1)\n\n\nasync def three():\n    two()\n';
    const root = repository({ 'a.py': `${gone}async ${rest.replace('two()\n', 'await two()\n')}` });
    write(root, 'a.py', `import time\n\n\nasync ${rest.replace('two()\n', 'await two()\n')}`);
    expect(await foundIn({}, root, '--changed')).toEqual([]);
    write(root, 'a.py', `import time\n\n\n${rest}`);
    expect(await foundIn({}, root, '--changed')).toEqual(['a.py:9']);
  });
});
