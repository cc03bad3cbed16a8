import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diskBefore } from '../src/since/before.ts';
import { changesSince } from '../src/since/changes.ts';
import { treeOf } from '../src/since/tree.ts';
import { command, found } from './support/command.ts';
import { API, BLOCKING, commit, FILES, git, HAS_GIT, HELPERS, repository } from './support/repository.ts';
import { workspace } from './workspace.ts';

describe.skipIf(!HAS_GIT)('--since and --changed', () => {
  const cases: [string, (root: string) => void, string[]][] = [
    ['nothing changed', () => {}, []],
    ['only another file changed', (root) => writeFileSync(join(root, 'app/__init__.py'), '"""App."""\n'), []],
    [
      'a line of its own changed',
      (root) => writeFileSync(join(root, 'app/api.py'), API.replace('sleep(1)', 'sleep(2)')),
      ['app/api.py:10'],
    ],
    ['lines were added above', (root) => writeFileSync(join(root, 'app/api.py'), `"""Doc."""\n\n${API}`), []],
    [
      'an equal line was added above in the same function',
      (root) =>
        writeFileSync(
          join(root, 'app/api.py'),
          API.replace('    time.sleep(1)\n', '    time.sleep(1)\n    time.sleep(1)\n'),
        ),
      ['app/api.py:11'],
    ],
    [
      'what a call reaches began to block',
      (root) => writeFileSync(join(root, 'app/helpers.py'), BLOCKING),
      ['app/api.py:6'],
    ],
    ['a new file', (root) => writeFileSync(join(root, 'app/new.py'), API), ['app/new.py:10']],
    [
      'a new file that git knows',
      (root) => {
        writeFileSync(join(root, 'app/new.py'), API);
        git(root, 'add', 'app/new.py');
      },
      ['app/new.py:10'],
    ],
    ['a renamed file', (root) => git(root, 'mv', 'app/api.py', 'app/routes.py'), []],
    [
      'a renamed file with a change',
      (root) => {
        renameSync(join(root, 'app/api.py'), join(root, 'app/routes.py'));
        git(root, 'add', '--all');
        writeFileSync(
          join(root, 'app/routes.py'),
          API.replace('one(path)', 'one(path):\n    time.sleep(3)\n    pass\n\n\nasync def other(path)'),
        );
      },
      ['app/routes.py:6'],
    ],
    [
      'what it imports moved to a new module that blocks',
      (root) => {
        rmSync(join(root, 'app/helpers.py'));
        mkdirSync(join(root, 'app/helpers'));
        writeFileSync(join(root, 'app/helpers/__init__.py'), BLOCKING);
      },
      ['app/api.py:6'],
    ],
    [
      'a comment that silenced it went away',
      (root) => {
        writeFileSync(
          join(root, 'app/api.py'),
          API.replace('    time.sleep', '    # nostall: ignore -- so\n    time.sleep'),
        );
        commit(root);
        writeFileSync(join(root, 'app/api.py'), API);
      },
      ['app/api.py:10'],
    ],
    [
      'names that git quotes',
      (root) => {
        writeFileSync(join(root, 'app/"ä b".py'), API);
        commit(root);
        writeFileSync(join(root, 'app/"ä b".py'), API.replace('sleep(1)', 'sleep(2)'));
      },
      ['app/"ä b".py:10'],
    ],
  ];

  test.each(cases)('%s', async (_, change, expected) => {
    const root = repository();
    change(root);
    expect(await found(root, '--changed')).toEqual(expected);
    expect(await found(root, '--changed', '--no-cache')).toEqual(expected);
  });

  test('compares with where the branch began, whatever happened on the other one', async () => {
    const root = repository();
    git(root, 'checkout', '--quiet', '-b', 'work');
    writeFileSync(join(root, 'app/api.py'), API.replace('sleep(1)', 'sleep(2)'));
    commit(root);
    git(root, 'checkout', '--quiet', 'main');
    writeFileSync(join(root, 'app/helpers.py'), BLOCKING);
    commit(root);
    git(root, 'checkout', '--quiet', 'work');
    expect(await found(root, '--since', 'main')).toEqual(['app/api.py:10']);
    expect(await found(root, '--changed')).toEqual([]);
  });

  test('before the first commit everything is new', async () => {
    const root = workspace(FILES);
    git(root, 'init', '--quiet');
    git(root, 'add', 'app/api.py');
    expect(await found(root, '--changed')).toEqual(['app/api.py:10']);
    expect((await command(root, '--since', 'main')).err).toContain('git knows no revision "main"');
  });

  test('works in a folder below the root, and says how many are not new', async () => {
    const root = repository({ ...FILES, 'app/api.py': API.replace('app.helpers', '.helpers') });
    writeFileSync(join(root, 'app/helpers.py'), BLOCKING);
    const { code, out } = await command(join(root, 'app'), '--changed', '--format', 'json');
    const { summary, findings } = JSON.parse(out);
    expect({ code, unchanged: summary.unchanged }).toEqual({ code: 1, unchanged: 1 });
    expect(findings.map((one: { place: { path: string } }) => one.place.path)).toEqual(['api.py']);
  });

  test('goes together with a baseline and with shards', async () => {
    const root = repository();
    writeFileSync(join(root, 'app/helpers.py'), BLOCKING);
    writeFileSync(join(root, 'app/new.py'), API);
    const all = await found(root, '--changed');
    const parts = await Promise.all([1, 2, 3].map((part) => found(root, '--changed', '--shard', `${part}/3`)));
    expect(parts.flat().sort()).toEqual(all.sort());
    await command(root, '--update-baseline', 'app/api.py');
    expect((await found(root, '--changed', '--baseline', 'nostall-baseline.json')).sort()).toEqual(
      all.filter((one) => !one.startsWith('app/api.py')),
    );
  });

  test.each<[string, string[], string]>([
    ['a revision that is not there', ['--since', 'nowhere'], 'git knows no revision "nowhere"'],
    ['something that looks like a flag', ['--since=--all'], 'git knows no revision "--all"'],
    ['both at once', ['--since', 'main', '--changed'], '--since and --changed exclude each other'],
    ['with a new baseline', ['--changed', '--update-baseline'], '--update-baseline and --changed exclude each other'],
    ['with standard input', ['--changed', '-'], '--changed reads files, not standard input'],
  ])('%s is an error of one line', async (_, flags, message) => {
    const { code, err } = await command(repository(), ...flags);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err.trimEnd()).not.toContain('\n');
  });

  test('so is a folder that git knows nothing of', async () => {
    const { code, err } = await command(workspace(FILES), '--changed');
    expect({ code, isTold: err.includes('not a git repository') }).toEqual({ code: 2, isTold: true });
  });

  test('the disk before the changes is that of the revision', () => {
    const root = repository({ ...FILES, 'lib/deep/old.py': 'x = 1\n' });
    const before = git(root, 'ls-files').split('\n');
    rmSync(join(root, 'lib'), { recursive: true });
    git(root, 'mv', 'app/helpers.py', 'app/tools.py');
    writeFileSync(join(root, 'app/added.py'), '');
    writeFileSync(join(root, 'app/api.py'), '');
    const disk = diskBefore(
      changesSince(treeOf(root, { PATH: process.env.PATH }), { base: 'HEAD', scripts: [], trackedOnly: false }).changed,
    );
    const listed: string[] = [];
    const walk = (folder: string): void => {
      for (const { name, kind } of disk.listFolder(join(root, folder))) {
        if (name === '.git') continue;
        if (kind === 'folder') walk(`${folder}${name}/`);
        else listed.push(`${folder}${name}`);
      }
    };
    walk('');
    expect(listed.sort()).toEqual(before);
    expect(disk.readText(join(root, 'app/api.py'))).toBe(API);
    expect(disk.readText(join(root, 'app/helpers.py'))).toBe(HELPERS);
    expect(() => disk.readText(join(root, 'app/added.py'))).toThrow('no such file');
  });
});
