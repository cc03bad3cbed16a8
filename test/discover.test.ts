import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configuration } from '../src/config/resolve.ts';
import { type DiscoverRequest, type Discovery, discover } from '../src/discover/discover.ts';
import { disk } from '../src/files.ts';
import { globs } from '../src/globs.ts';
import { workspace } from './workspace.ts';

type Files = Readonly<Record<string, string>>;

function found(root: string, paths: readonly string[] = ['.'], more: Partial<DiscoverRequest> = {}): Discovery {
  const cwd = more.cwd ?? root;
  const flags = { select: null, ignore: [], extendSelect: [] };
  const config = configuration({ cwd, ruleIds: [], roots: [root], config: [], isolated: false, ...flags });
  return discover({
    disk,
    cwd,
    paths,
    exclusionFor: config.forFolder,
    respectGitignore: true,
    forceExclude: false,
    ...more,
  });
}

function names({ files }: Discovery): string[] {
  return files.map(({ path }) => path);
}

function empty(...paths: readonly string[]): Files {
  return Object.fromEntries(paths.map((path) => [path, '']));
}

describe('what a folder gives', () => {
  it('takes .py files, sorted, each once', () => {
    const root = workspace(empty('b.py', 'a/z.py', 'a/b.py', 'a.py', 'c.pyi', 'd.txt', 'Makefile', 'e.pyc'));
    expect(names(found(root))).toEqual(['a.py', 'a/b.py', 'a/z.py', 'b.py']);
    expect(names(found(root, ['a', '.', 'a/b.py', './a/b.py']))).toEqual(['a.py', 'a/b.py', 'a/z.py', 'b.py']);
  });

  it('leaves out folders that hold no code of the project', () => {
    const junk = [
      '.venv',
      'venv',
      'node_modules',
      '__pycache__',
      '.git',
      '.tox',
      'build',
      'dist',
      'site-packages',
      '.eggs',
    ];
    const root = workspace(
      empty('a.py', 'lib/built.py', ...junk.flatMap((name) => [`${name}/x.py`, `lib/${name}/x.py`])),
    );
    const result = found(root);
    expect(names(result)).toEqual(['a.py', 'lib/built.py']);
    expect(result.skipped).toContainEqual({ path: 'lib/.venv/', reason: 'excluded by ".venv"', named: false });
    expect(result.skipped).toHaveLength(2 * junk.length);
  });

  it('shows paths from the working directory, absolute ones outside it', () => {
    const root = workspace(empty('in/a.py', 'out/b.py'));
    const result = found(root, ['.', '../out'], { cwd: join(root, 'in') });
    expect(names(result).sort()).toEqual([join(root, 'out/b.py'), 'a.py'].sort());
  });

  it('takes a project below a folder with an excluded name', () => {
    const root = workspace(empty('build/project/pyproject.toml', 'build/project/a.py', 'build/project/build/b.py'));
    expect(names(found(root, ['.'], { cwd: join(root, 'build/project') }))).toEqual(['a.py']);
    expect(names(found(root, ['build/project']))).toEqual(['build/project/a.py']);
  });
});

describe('configuration', () => {
  it.each<[string, string, readonly string[]]>([
    ['exclude replaces the defaults', 'exclude = ["lib"]', ['a.py', 'venv/x.py']],
    ['extend-exclude adds to them', 'extend-exclude = ["lib"]', ['a.py']],
    ['patterns start from the file', 'extend-exclude = ["/x.py", "lib/x.py"]', ['a.py', 'lib/deep/x.py']],
    ['! puts back', 'extend-exclude = ["lib/*", "!lib/x.py"]', ['a.py', 'lib/x.py']],
  ])('%s', (_, text, expected) => {
    const root = workspace({ 'nostall.toml': text, ...empty('a.py', 'lib/x.py', 'lib/deep/x.py', 'venv/x.py') });
    expect(names(found(root))).toEqual(expected);
  });

  it('is the one nearest to each folder', () => {
    const root = workspace({
      'nostall.toml': 'exclude = ["x.py"]',
      'sub/nostall.toml': 'exclude = ["y.py"]',
      ...empty('x.py', 'y.py', 'sub/x.py', 'sub/y.py'),
    });
    expect(names(found(root))).toEqual(['sub/x.py', 'y.py']);
  });
});

describe('.gitignore', () => {
  it('holds from the top of the repository, the innermost file last', () => {
    const root = workspace({
      '.git/': '',
      '.gitignore': 'gen_*.py\n/out\n# note\n*.tmp.py\n',
      'pkg/.gitignore': '!gen_keep.py\nlocal.py\n',
      ...empty(
        'a.py',
        'gen_a.py',
        'out/a.py',
        'pkg/out/a.py',
        'pkg/gen_a.py',
        'pkg/gen_keep.py',
        'pkg/sub/local.py',
        'local.py',
      ),
    });
    const expected = ['a.py', 'local.py', 'pkg/gen_keep.py', 'pkg/out/a.py'];
    expect(names(found(root))).toEqual(expected);
    expect(names(found(root, ['.'], { cwd: join(root, 'pkg') }))).toEqual(['gen_keep.py', 'out/a.py']);
    expect(names(found(root, ['.'], { respectGitignore: false }))).toHaveLength(8);
    expect(found(root).skipped).toContainEqual({ path: 'out/', reason: 'ignored by git: "/out"', named: false });
  });

  it('agrees with `git ls-files --exclude-standard`', () => {
    const root = workspace({
      '.git/': '',
      '.gitignore': 'a/\n!b/\nc/*\n!c/keep.py\n**/deep/*.py\n/top.py\nend/\nx[0-9].py\n\\!odd.py\n',
      'm/.gitignore': '!a/\n/n/*\n!/n/o/\n',
      ...empty(
        'a/f.py',
        'b/f.py',
        'c/f.py',
        'c/keep.py',
        'p/deep/f.py',
        'p/deep/q/f.py',
        'top.py',
        'p/top.py',
        'x1.py',
      ),
      ...empty('xx.py', '!odd.py', 'm/a/f.py', 'm/n/f.py', 'm/n/o/f.py', 'end.py', 'p/end/f.py'),
    });
    expect(names(found(root))).toEqual([
      'b/f.py',
      'c/keep.py',
      'end.py',
      'm/a/f.py',
      'm/n/o/f.py',
      'p/deep/q/f.py',
      'p/top.py',
      'xx.py',
    ]);
  });

  it('holds without a repository from the named folder down', () => {
    const root = workspace({
      '.gitignore': 'b.py',
      'sub/.gitignore': 'c.py',
      ...empty('a.py', 'b.py', 'sub/b.py', 'sub/c.py'),
    });
    expect(names(found(root))).toEqual(['a.py']);
  });
});

describe('named paths', () => {
  const files: Files = {
    '.git/': '',
    '.gitignore': 'ignored\n',
    'nostall.toml': 'extend-exclude = ["old"]',
    ...empty('a.py', 'old/x.py', 'old/venv/x.py', 'ignored/y.py', '.venv/lib/z.py', 's.pyi', 'script', 'notes.md'),
  };
  it.each<[string, readonly string[]]>([
    ['old/x.py', ['old/x.py']],
    ['old', ['old/x.py']],
    ['ignored', ['ignored/y.py']],
    ['ignored/y.py', ['ignored/y.py']],
    ['.venv/lib', ['.venv/lib/z.py']],
    ['s.pyi', ['s.pyi']],
    ['script', ['script']],
    ['notes.md', []],
  ])('%s is checked although excluded', (path, expected) => {
    expect(names(found(workspace(files), [path]))).toEqual(expected);
  });

  it.each([
    ['old/x.py', 'excluded by "old"'],
    ['old', 'excluded by "old"'],
    ['ignored/y.py', 'ignored by git: "ignored"'],
    ['.venv/lib', 'excluded by ".venv"'],
    ['.venv/lib/z.py', 'excluded by ".venv"'],
  ])('%s is left out when forced', (path, reason) => {
    const result = found(workspace(files), [path], { forceExclude: true });
    expect(names(result)).toEqual([]);
    expect(result.skipped).toMatchObject([{ reason, named: true }]);
  });

  it('says what is missing', () => {
    expect(found(workspace(files), ['a.py', 'b.py', 'no/such']).missing).toEqual(['b.py', 'no/such']);
  });

  it('does not list a file as skipped that another path brings in', () => {
    const result = found(workspace(files), ['.', 's.pyi']);
    expect(names(result)).toEqual(['a.py', 's.pyi']);
    expect(result.skipped.map(({ path }) => path)).toEqual(['.git/', '.venv/', 'ignored/', 'old/']);
  });
});

describe('symbolic links', () => {
  it('are followed when named only, so that loops end', () => {
    const root = workspace(empty('real/a.py'));
    symlinkSync('..', join(root, 'real/up'));
    symlinkSync('self', join(root, 'self'));
    symlinkSync('real/a.py', join(root, 'b.py'));
    symlinkSync('nowhere', join(root, 'broken.py'));
    const result = found(root);
    expect(names(result)).toEqual(['real/a.py']);
    expect(result.skipped.map(({ path }) => path)).toEqual(['b.py', 'broken.py', 'real/up/']);
    expect(names(found(root, ['real/up/real', 'b.py']))).toEqual(['b.py', 'real/up/real/a.py']);
    expect(found(root, ['self', 'broken.py']).missing).toEqual(['self', 'broken.py']);
  });
});

describe('patterns that are plain names', () => {
  const plain = ['build', '.venv', 'a.b', 'x-y'];
  // A pattern of another kind that matches nothing here has all of them go the long way.
  const general = [...plain, 'never/there'];
  const paths = ['build', 'a/build', 'a/build/c.py', 'builds', 'rebuild/x.py', '.venv/lib/a.py', 'venv/a.py'];
  it.each([...paths, 'a.b', 'a_b', 'a/a.b/c', 'x-y/z', 'x/y', 'Build/a.py'])('%s', (path) => {
    for (const isFolder of [true, false]) {
      const [short, long] = [plain, general].map((patterns) =>
        globs('/base', patterns).verdict(`/base/${path}`, isFolder),
      );
      expect(short).toEqual(long);
    }
    expect(globs('/base', plain).match(`/other/${path}`, false)).toBeNull();
  });
});
