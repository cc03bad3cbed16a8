import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Random, randomFor } from '../scripts/growth/random.mjs';
import { writeProject } from '../scripts/growth/write.mjs';
import { ruleIds } from '../src/eslint/workspace.ts';
import { readText } from '../src/files.ts';
import { configuration, lint, openSession, type Report, type Session } from '../src/index.ts';
import { workspace } from './workspace.ts';

function settingsIn(root: string) {
  const flags = { select: null, ignore: [], extendSelect: [] };
  const config = configuration({ cwd: root, roots: [root], ruleIds, config: [], isolated: false, ...flags });
  return (absolute: string) => config.forFile(absolute).settings;
}

/** A session, and beside it what its files are: open ones by their text, others by the disk. */
class Editor {
  readonly root: string;
  readonly session: Session;
  readonly #open = new Map<string, string>();
  readonly #settingsOf: ReturnType<typeof settingsIn>;

  static async at(root: string): Promise<Editor> {
    const settingsOf = settingsIn(root);
    return new Editor(root, settingsOf, await openSession({ root, settingsOf, level: 'note' }));
  }

  constructor(root: string, settingsOf: ReturnType<typeof settingsIn>, session: Session) {
    this.root = root;
    this.session = session;
    this.#settingsOf = settingsOf;
  }

  text(path: string): string {
    return this.#open.get(path) ?? readText(join(this.root, path));
  }

  paths(): string[] {
    const found = readdirSync(this.root, { recursive: true, encoding: 'utf8' }).filter((path) => /\.pyi?$/.test(path));
    return [...new Set([...found, ...this.#open.keys()])].sort();
  }

  isOpen(path: string): boolean {
    return this.#open.has(path);
  }

  edit(path: string, text: string): void {
    this.#open.set(path, text);
    this.session.edit(join(this.root, path), text);
  }

  close(path: string): void {
    this.#open.delete(path);
    this.session.close(join(this.root, path));
  }

  /** Null removes the file. */
  write(path: string, text: string | null): void {
    const absolute = join(this.root, path);
    mkdirSync(dirname(absolute), { recursive: true });
    if (text === null) rmSync(absolute);
    else writeFileSync(absolute, text);
    this.session.changed([absolute]);
  }

  lint(path: string): Omit<Report, 'elapsed'> {
    return plain(this.session.lint(join(this.root, path)));
  }

  /** What `lint` gives for these files. */
  async afresh(paths: readonly string[]): Promise<Omit<Report, 'elapsed'>> {
    const fileAt = (one: string) => ({ path: one, absolute: join(this.root, one), read: () => this.text(one) });
    const context = this.paths().filter((one) => !paths.includes(one));
    const options = { root: this.root, settingsOf: this.#settingsOf, level: 'note' as const };
    return plain(await lint({ ...options, files: paths.map(fileAt), context: context.map(fileAt) }));
  }

  async agrees(paths: readonly string[] = this.paths()): Promise<void> {
    for (const path of paths) expect(this.lint(path), path).toEqual(await this.afresh([path]));
  }
}

function plain({ elapsed: _, ...report }: Report): Omit<Report, 'elapsed'> {
  return report;
}

/** Changes that somebody may type, and some that nobody would; the last one is a half-finished line. */
const TYPED: readonly ((lines: string[], random: Random) => void)[] = [
  (lines, random) => void lines.splice(random.below(lines.length), random.pick([1, 3, 10])),
  (lines, random) => void lines.splice(random.below(lines.length), 0, '# a remark'),
  (lines, random) =>
    at(lines, random, /^\s*(?:async )?def \w+\(.*:$/, (line) => `${line}\n${indentOf(line)}    open("x").read()`),
  (lines, random) => at(lines, random, /^\s*(?:async )?def /, (line) => line.replace(/def (\w+)/, 'def $1_again')),
  (lines, random) =>
    at(lines, random, /^\s*(?:async )?def /, (line) =>
      line.replace(/(?:async )?def/, random.pick(['def', 'async def'])),
    ),
  (lines, random) => at(lines, random, /^class \w+\(/, (line) => line.replace(/\(.*\)/, '(dict)')),
  (lines, random) => at(lines, random, /^(?:from|import) /, (line) => `# ${line}`),
  (lines) => void lines.push('', 'class Further(Base):', '    def run(self):', '        open("a").read()', ''),
  (lines, random) => at(lines, random, /\w\(/, (line) => line.slice(0, line.indexOf('(') + 1)),
];

function at(lines: string[], random: Random, which: RegExp, change: (line: string) => string): void {
  const found = lines.flatMap((line, index) => (which.test(line) ? [index] : []));
  if (found.length === 0) return;
  const index = random.pick(found);
  lines[index] = change(lines[index] as string);
}

function indentOf(line: string): string {
  return /^\s*/.exec(line)?.[0] ?? '';
}

/** Modules that import each other, and classes that stand in for each other: little is left alone by an edit. */
const KNOT = {
  'app/__init__.py': 'from app.engine import Engine\n',
  'app/base.py': `from app.engine import Engine


class Store:
    def load(self, key):
        raise NotImplementedError

    def every(self, keys):
        return [self.load(key) for key in keys]


async def use(store: Store, engine: Engine):
    store.load("a")
    engine.fetch("a")
`,
  'app/engine.py': `from app.base import Store
from app.tasks import helper


class Engine:
    def __init__(self, store: Store):
        self.store = store

    def fetch(self, key):
        helper(key)
        return self.store.load(key)
`,
  'app/tasks.py': `import time

from app import Engine


def helper(key):
    time.sleep(1)  # nostall: ignore[no-blocking-io-in-async] -- short


def size_of(source):
    return source.size()


async def task(engine: Engine):
    engine.fetch("a")
    helper("b")
`,
  'app/disk.py': `from app.base import Store


class Disk(Store):
    def load(self, key):
        return open(key).read()

    def size(self):
        return len(self.load("size"))
`,
  'app/memory.py': `from app.disk import Disk
from app.tasks import *


class Memory(Disk):
    def load(self, key):
        return key


async def sizes():
    size_of(Memory())
    return size_of(Disk())


async def every():
    return Memory().every(["a"]) + Disk().every(["b"])
`,
  'app/views.py': `class View:
    def render(self):
        return self.body()

    def body(self):
        return ""


async def show(view: View):
    return view.render()
`,
  'app/pages.py': `import subprocess

from app.memory import Memory
from app.views import View


class Page(View):
    def body(self):
        return subprocess.run(["date"]) or Memory().size()


async def pages():
    Page().render()
    await first()
    await second()


async def first():
    await show_all(Page())


async def second():
    await show_all(View())


async def show_all(view):
    view.render()
`,
};

test('whatever is typed into a project, the report is that of linting afresh', { timeout: 900_000 }, async () => {
  const root = workspace({});
  writeProject({ files: 60, seed: '1', out: root });
  const editor = await Editor.at(root);
  const before = new Map<string, string>();
  let found = 0;
  for (let edits = 0; edits < (process.env.NOSTALL_EXHAUSTIVE ? 1_000 : 40); edits++) {
    const random = randomFor('session', edits);
    const path = random.pick(editor.paths());
    const kind = random.below(10);
    const others = [path, random.pick(editor.paths())];
    if (kind === 0 && editor.isOpen(path)) editor.close(path);
    else if (kind === 1) editor.edit(path, before.get(path) ?? editor.text(path));
    else {
      const text = editor.text(path);
      const lines = text.split('\n');
      random.pick(TYPED)(lines, random);
      before.set(path, text);
      if (kind === 2) editor.write(path, lines.join('\n'));
      else if (kind === 3) editor.write(`app/new_${edits}.py`, lines.join('\n'));
      else if (kind === 4 && !editor.isOpen(path)) {
        editor.write(path, null);
        others.shift();
      } else editor.edit(path, lines.join('\n'));
    }
    await editor.agrees(others);
    found += editor.lint(others[0] as string).findings.length;
  }
  expect(found).toBeGreaterThan(10);
});

test('the same where modules hang on each other in circles', { timeout: 900_000 }, async () => {
  const editor = await Editor.at(workspace(KNOT));
  const reports = new Set<string>();
  const paths = editor.paths();
  for (let edits = 0; edits < (process.env.NOSTALL_EXHAUSTIVE ? 3_000 : 100); edits++) {
    const random = randomFor('knot', edits);
    const path = random.pick(paths);
    const lines = editor.text(path).split('\n');
    random.pick(TYPED)(lines, random);
    // Often back to the beginning, or nothing would be left to break.
    editor.edit(path, random.chance(0.4) ? KNOT[path as keyof typeof KNOT] : lines.join('\n'));
    const asked = paths.filter(() => random.chance(0.5));
    const all = await editor.afresh(paths);
    for (const one of asked) {
      const { findings, suppressed } = editor.lint(one);
      const within = (list: Report['findings']) => list.filter(({ place }) => place.path === one);
      expect({ findings, suppressed }, `edit ${edits} of ${path}`).toEqual({
        findings: within(all.findings),
        suppressed: within(all.suppressed),
      });
      reports.add(JSON.stringify(findings));
    }
  }
  expect(reports.size).toBeGreaterThan(20);
});

const STORE = 'class Store:\n    def load(self):\n        raise NotImplementedError\n';
const DISK = 'from store import Store\n\n\nclass Disk(Store):\n    def load(self):\n        return open("a").read()\n';
const USE = 'from store import Store\n\n\nasync def use(store: Store):\n    return store.load()\n';
const HELP = 'def help():\n    return open("a").read()\n';
const CALL = 'from helper import help\n\n\nasync def call():\n    return help()\n';

describe('a file is judged otherwise when', () => {
  const cases: [string, Record<string, string>, string, (editor: Editor) => void, [before: number, after: number]][] = [
    ['what it calls is edited', { 'helper.py': HELP, 'a.py': CALL }, 'a.py', (e) => e.edit('helper.py', ''), [1, 0]],
    ['what it calls is saved', { 'helper.py': HELP, 'a.py': CALL }, 'a.py', (e) => e.write('helper.py', ''), [1, 0]],
    ['what it calls comes', { 'a.py': CALL }, 'a.py', (e) => e.write('helper.py', HELP), [0, 1]],
    ['what it calls comes, unsaved', { 'a.py': CALL }, 'a.py', (e) => e.edit('helper.py', HELP), [0, 1]],
    ['what it calls goes', { 'helper.py': HELP, 'a.py': CALL }, 'a.py', (e) => e.write('helper.py', null), [1, 0]],
    [
      'what it calls is there twice',
      { 'lib/helper.py': HELP, 'app/a.py': CALL },
      'app/a.py',
      (e) => e.write('tools/helper.py', HELP),
      [1, 0],
    ],
    ['a subclass comes', { 'store.py': STORE, 'a.py': USE }, 'a.py', (e) => e.write('disk.py', DISK), [0, 1]],
    [
      'a class becomes a subclass',
      { 'store.py': STORE, 'disk.py': DISK.replace('(Store)', ''), 'a.py': USE },
      'a.py',
      (e) => e.edit('disk.py', DISK),
      [0, 1],
    ],
    [
      'a subclass of a subclass has a method of its own',
      {
        'store.py': STORE,
        'disk.py': DISK.replace('load', 'save'),
        'fast.py': 'from disk import Disk\n\n\nclass Fast(Disk):\n    pass\n',
        'a.py': USE,
      },
      'a.py',
      (e) => e.edit('fast.py', e.text('fast.py').replace('pass', 'def load(self):\n        return open("a").read()')),
      [0, 1],
    ],
  ];
  test.each(cases)('%s', async (_, files, path, change, [before, after]) => {
    const editor = await Editor.at(workspace(files));
    expect(editor.lint(path).findings).toHaveLength(before);
    change(editor);
    expect(editor.lint(path).findings).toHaveLength(after);
    await editor.agrees();
  });
});

describe('an open file', () => {
  test('counts as it is open, until it is closed', async () => {
    const editor = await Editor.at(workspace({ 'helper.py': HELP, 'a.py': CALL }));
    editor.edit('helper.py', '');
    editor.write('helper.py', `x = 1\n${HELP}`);
    expect(editor.lint('a.py').findings).toEqual([]);
    editor.close('helper.py');
    await editor.agrees();
    expect(editor.lint('a.py').findings[0]?.chain[1]?.place?.start.line).toBe(3);
    // Closed again, it is what it was.
    editor.close('helper.py');
    await editor.agrees();
  });

  test('that is nowhere else is gone when it is closed', async () => {
    const editor = await Editor.at(workspace({ 'a.py': CALL }));
    editor.edit('helper.py', HELP);
    expect(editor.lint('a.py').findings).toHaveLength(1);
    editor.close('helper.py');
    expect(editor.lint('a.py').findings).toEqual([]);
    await editor.agrees();
  });

  test('may begin with a byte order mark', async () => {
    const editor = await Editor.at(workspace({ 'a.py': '' }));
    editor.session.edit(join(editor.root, 'a.py'), `\ufeff${HELP.replace('def', 'async def')}`);
    expect(editor.lint('a.py').findings.map(({ place }) => place.start)).toEqual([{ line: 2, column: 12 }]);
  });

  test('may lie outside of the project', async () => {
    const editor = await Editor.at(workspace({ 'in/a.py': CALL }));
    const session = await openSession({
      root: join(editor.root, 'in'),
      settingsOf: settingsIn(editor.root),
      level: 'note',
    });
    const path = join(editor.root, 'b.py');
    for (const [text, found] of [
      ['', 0],
      [HELP.replace('def', 'async def'), 1],
      ['', 0],
    ] as const) {
      session.edit(path, text);
      expect(session.lint(path).findings).toHaveLength(found);
    }
  });

  test.each([8, 20])('is followed when %i are open at once', async (count) => {
    const names = Array.from({ length: count }, (_, at) => `m${at}.py`);
    const editor = await Editor.at(workspace(Object.fromEntries(names.map((name) => [name, CALL]))));
    for (const text of [HELP, CALL.replace('help()', 'open("a")'), CALL]) {
      for (const name of names) editor.edit(name, text);
      await editor.agrees(names.slice(0, 3));
    }
  });
});

test('a file on the disk is read again when the session is told', async () => {
  const editor = await Editor.at(workspace({ 'helper.py': HELP, 'a.py': CALL }));
  const before = editor.lint('a.py');
  writeFileSync(join(editor.root, 'helper.py'), '');
  expect(editor.lint('a.py')).toEqual(before);
  editor.session.changed([editor.root]);
  expect(editor.lint('a.py')).toEqual(before);
  editor.session.changed([join(editor.root, 'helper.py')]);
  await editor.agrees();
});

test('a file that is not there is a problem, and belongs to nothing', async () => {
  const editor = await Editor.at(workspace({ 'a.py': CALL }));
  expect(editor.lint('helper.py').problems).toEqual([
    { path: 'helper.py', line: null, message: 'cannot be read: no such file or folder' },
  ]);
  await editor.agrees(['a.py', 'helper.py']);
});

test('paths are shown from the folder that is named, and the level holds', async () => {
  const root = workspace({ 'in/helper.py': HELP, 'in/a.py': CALL });
  const settingsOf = settingsIn(root);
  for (const [level, findings, hidden] of [
    ['warning', 1, 0],
    ['error', 0, 1],
  ] as const) {
    const session = await openSession({ root: join(root, 'in'), cwd: root, settingsOf, level });
    const report = session.lint(join(root, 'in/a.py'));
    expect([report.findings.length, report.hidden]).toEqual([findings, hidden]);
    for (const { chain } of report.findings) {
      expect(chain.map(({ place }) => place?.path)).toEqual(['in/a.py', 'in/helper.py']);
    }
  }
});
