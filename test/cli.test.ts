import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FLAGS } from '../src/cli/flags.ts';
import type { Io, Terminal } from '../src/cli/io.ts';
import { automaticJobs } from '../src/cli/jobs.ts';
import type { Lint } from '../src/cli/judging.ts';
import { main } from '../src/cli/main.ts';
import { rules } from '../src/cli/registry.ts';
import { progressLine, wantsColour } from '../src/cli/terminal.ts';
import type { LintOptions } from '../src/lint.ts';
import { formatNames } from '../src/report/index.ts';
import type { Finding, Problem, Report } from '../src/types.ts';
import { version } from '../src/version.ts';
import { workspace } from './workspace.ts';

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface Setup {
  readonly cwd?: string;
  readonly env?: Io['env'];
  readonly stdin?: string;
  readonly isTTY?: boolean;
  readonly lint?: Lint;
}

async function run(argv: readonly string[], setup: Setup = {}): Promise<Outcome> {
  const texts = { out: '', err: '' };
  const terminal = (name: 'out' | 'err'): Terminal => {
    const write = (text: string) => {
      texts[name] += text;
    };
    return { write, isTTY: setup.isTTY ?? false, columns: undefined };
  };
  const io: Io = {
    cwd: setup.cwd ?? workspace({ 'a.py': '' }),
    env: setup.env ?? {},
    stdout: terminal('out'),
    stderr: terminal('err'),
    readStdin: async () => setup.stdin ?? '',
    now: () => 0,
    platform: 'node v20.19.0 on linux-x64',
    machine: () => ({ cores: 1, memory: 0 }),
    peak: () => 0,
  };
  const code = await main(argv, io, async () => setup.lint ?? reporting({}));
  return { code, ...texts };
}

/** A stand-in for the pipeline: reports what it is told, for the files it is given. */
function reporting(parts: Partial<Report>, seen: LintOptions[] = []): Lint {
  return async (options) => {
    seen.push(options);
    const report = {
      version,
      findings: [],
      suppressed: [],
      hidden: 0,
      baselined: 0,
      unchanged: 0,
      problems: options.problems ?? [],
      files: options.files.length,
      shard: null,
      rules: [],
      elapsed: 1,
    };
    return { ...report, ...parts };
  };
}

const FINDING: Finding = {
  rule: 'no-blocking-io-in-async',
  level: 'error',
  message: '`time.sleep` blocks',
  why: '',
  advice: '',
  place: { path: 'a.py', start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
  function: 'f',
  source: ['x'],
  effect: null,
  certainty: null,
  chain: [],
  related: [],
  fingerprint: '0123456789abcdef',
  lineHash: '0:1',
  fix: null,
  suppression: null,
};

const PROBLEM: Problem = { path: 'a.py', line: 3, message: 'a rule threw' };

describe('what cannot be understood is one line and exit code 2', () => {
  it.each<[string, readonly string[], string]>([
    ['a near miss of a flag', ['--selct', 'x'], 'unknown flag --selct, did you mean `--select`?'],
    ['a flag like no other', ['--wibble'], 'unknown flag --wibble; nostall --help lists them all'],
    ['a short flag', ['-x'], 'unknown flag -x; nostall --help lists them all'],
    ['a value for a switch', ['--quiet=1'], '--quiet takes no value'],
    ['no value', ['--config'], '--config needs a value: --config FILE|KEY=VALUE'],
    ['an empty value', ['--select='], '--select needs a value: --select RULES'],
    ['a flag for a value', ['--config', '--isolated'], '--config needs a value: --config FILE|KEY=VALUE'],
    ['a level', ['--level', 'warn'], '--level: unknown value "warn", did you mean `warning`?'],
    ['a colour', ['--color=sometimes'], '--color: unknown value "sometimes", must be one of auto, always, never'],
    ['jobs', ['-j', '0'], '--jobs: expected auto or a number from 1 to 99, found "0"'],
    ['a format', ['--format', 'jsn'], '--format: unknown format "jsn", did you mean `json`?'],
    ['no file after the colon', ['--format', 'json:'], '--format json: names no file after the colon'],
    [
      'two reports on standard output',
      ['--format', 'json', '--format', 'text'],
      'two reports go to standard output: json and text; give one a file, as in --format text:FILE',
    ],
    [
      'two reports in a file',
      ['--format', 'json:x', '--format', 'text', '-o', './x'],
      'two reports go to ./x: json and text; give one a file, as in --format text:FILE',
    ],
    ['-o for nothing', ['--format', 'json:x', '-o', 'y'], '-o y: every --format has a file of its own'],
    ['a rule', ['--select', 'syntax-error,no-blockng'], '--select: unknown rule "no-blockng", known are '],
    ['a missing path', ['a.py', 'gone.py', 'off/'], 'no such file or folder: gone.py, off/'],
    ['a near miss of a command', ['chekc'], 'no such file or folder: chekc, did you mean `check`?'],
    ['standard input among paths', ['-', 'a.py'], '- (standard input) cannot be mixed with other paths'],
    [
      'a name for no standard input',
      ['--stdin-filename', 'x.py', 'a.py'],
      '--stdin-filename goes with - as the only path',
    ],
    ['a flag of another command', ['rule', '--all', '--level', 'note'], '--level is not a flag of nostall rule'],
    ['a flag of another command, again', ['--all'], '--all is not a flag of nostall check'],
    ['no rule', ['rule'], 'nostall rule takes one id or --all; the ids are '],
    ['two rules', ['rule', 'syntax-error', 'x'], 'nostall rule takes one id or --all; the ids are '],
    ['a near miss of a rule', ['rule', 'sintax-error'], 'unknown rule "sintax-error", did you mean `syntax-error`?'],
    [
      'a format for rules',
      ['rule', '--all', '--format', 'sarif'],
      '--format: nostall rule writes text or json, not "sarif"',
    ],
    ['a path to show', ['--show-config', 'gone.py'], 'no such file or folder: gone.py'],
  ])('%s', async (_, argv, message) => {
    const { code, out, err } = await run(argv);
    expect(err).toContain(`nostall: ${message}`);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('a configuration', async () => {
    const cwd = workspace({ 'a.py': '', 'pyproject.toml': '[tool.nostall]\n\nselct = []' });
    for (const argv of [[], ['a.py'], ['--show-config']]) {
      const { code, err } = await run(argv, { cwd });
      expect(err).toBe('nostall: pyproject.toml:3: tool.nostall.selct: unknown key `selct`, did you mean `select`?\n');
      expect(code).toBe(2);
    }
    expect((await run(['--isolated'], { cwd })).code).toBe(0);
  });

  it('what goes wrong inside', async () => {
    const lint: Lint = async () => {
      throw new Error('broken\n    at somewhere');
    };
    expect(await run(['--exit-zero'], { lint })).toEqual({
      code: 2,
      out: '',
      err: 'nostall: internal error: broken\n',
    });
  });

  it('a report that cannot be written', async () => {
    const cwd = workspace({ 'a.py': '' });
    const { code, err } = await run(['-o', 'a.py/x.json'], { cwd });
    expect(err).toBe(`nostall: cannot write ${join(cwd, 'a.py/x.json')}: a part of the path is not a folder\n`);
    expect(code).toBe(2);
  });
});

describe('exit code', () => {
  it.each<[string, readonly string[], Partial<Report>, number]>([
    ['clean', [], {}, 0],
    ['findings', [], { findings: [FINDING] }, 1],
    ['findings, --exit-zero', ['--exit-zero'], { findings: [FINDING] }, 0],
    ['a problem', [], { problems: [PROBLEM] }, 2],
    ['a problem, --exit-zero', ['--exit-zero'], { problems: [PROBLEM] }, 2],
    ['both', [], { findings: [FINDING], problems: [PROBLEM] }, 2],
  ])('%s', async (_, argv, parts, code) => {
    expect((await run(argv, { lint: reporting(parts) })).code).toBe(code);
  });

  it('is 0 with a warning when there is nothing to check', async () => {
    const setup = { cwd: workspace({ 'notes.md': '', '.venv/a.py': '' }) };
    expect(await run(['--format', 'concise'], setup)).toMatchObject({
      code: 0,
      err: 'nostall: warning: no Python files to check in .\n',
    });
    const named = await run(['notes.md'], setup);
    expect(named).toMatchObject({ code: 0 });
    expect(named.err).toContain('nostall: warning: notes.md skipped: not a Python file\n');
    expect(await run(['--force-exclude', '--quiet', '.venv/a.py'], setup)).toMatchObject({ code: 0, err: '', out: '' });
  });
});

describe('what reaches the pipeline', () => {
  async function options(argv: readonly string[], setup: Setup = {}): Promise<LintOptions> {
    const seen: LintOptions[] = [];
    const { err } = await run(argv, { ...setup, lint: reporting({}, seen) });
    expect(seen, err).toHaveLength(1);
    return seen[0] as LintOptions;
  }

  it('files, read when asked for', async () => {
    const cwd = workspace({ 'a.py': '\ufeffx = 1\n', 'b/c.py': 'y' });
    const { files, level } = await options([], { cwd });
    expect(files.map(({ path, absolute, read }) => [path, absolute, read()])).toEqual([
      ['a.py', join(cwd, 'a.py'), 'x = 1\n'],
      ['b/c.py', join(cwd, 'b/c.py'), 'y'],
    ]);
    expect(level).toBe('warning');
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['check is a command', ['check'], ['a.py', 'check/b.py', 'rule.py']],
    ['also where a folder has its name', ['check', 'check'], ['check/b.py']],
    ['a path of that name', ['./check'], ['check/b.py']],
    ['after --', ['--', 'check'], ['check/b.py']],
    ['only the first word', ['a.py', 'check'], ['a.py', 'check/b.py']],
    ['flags before it', ['--level', 'note', 'check', 'a.py'], ['a.py']],
  ])('%s', async (_, argv, paths) => {
    const cwd = workspace({ 'a.py': '', 'check/b.py': '', 'rule.py': '' });
    expect((await options(argv, { cwd })).files.map(({ path }) => path)).toEqual(paths);
  });

  it.each<[readonly string[], readonly string[]]>([
    [
      ['--select', 'syntax-error, unused-suppression'],
      ['syntax-error', 'unused-suppression'],
    ],
    [
      ['--select', 'syntax-error', '--select=unused-suppression'],
      ['syntax-error', 'unused-suppression'],
    ],
    [
      ['--select', 'syntax-error', '--extend-select', 'unused-suppression', '--ignore', 'syntax-error'],
      ['unused-suppression'],
    ],
    [['--config', 'select=["syntax-error"]', '--no-cache', '--jobs', '4'], ['syntax-error']],
  ])('%j', async (argv, ids) => {
    const { settingsOf, files } = await options(argv);
    expect([...settingsOf(files[0]?.absolute ?? '').rules].sort()).toEqual(ids);
  });

  it.each<[readonly string[], number | undefined]>([
    [['--jobs', '3'], 3],
    [['--jobs', 'auto'], 1],
    [[], 1],
    [['--jobs', '3', '-'], 1],
  ])('threads for %j', async (argv, jobs) => {
    expect((await options(argv)).threads?.jobs).toBe(jobs);
  });

  it('standard input under a name', async () => {
    const cwd = workspace({ 'sub/nostall.toml': 'target-version = "3.13"' });
    const { files, settingsOf } = await options(['-', '--stdin-filename', 'sub/new.py'], { cwd, stdin: 'x = 1' });
    expect(files.map(({ path, read }) => [path, read()])).toEqual([['sub/new.py', 'x = 1']]);
    expect(settingsOf(join(cwd, 'sub/new.py')).targetVersion).toEqual([3, 13]);
  });

  it('standard input without one', async () => {
    expect((await options(['-'])).files.map(({ path }) => path)).toEqual(['<stdin>']);
  });

  it('no standard input where its name is excluded', async () => {
    const { files } = await options(['-', '--stdin-filename', 'venv/x.py', '--force-exclude']);
    expect(files).toEqual([]);
  });

  it('every level', async () => {
    expect((await options(['--level', 'note'])).level).toBe('note');
  });
});

describe('reports', () => {
  it('go where they are told', async () => {
    const cwd = workspace({ 'a.py': '' });
    const setup = { cwd, lint: reporting({ findings: [FINDING] }) };
    const { out } = await run(['--format', 'concise', '--format', 'sarif:out/x.sarif', '--format=json:x.json'], setup);
    expect(out).toContain('a.py:1:1');
    expect(JSON.parse(readFileSync(join(cwd, 'out/x.sarif'), 'utf8')).version).toBe('2.1.0');
    expect(JSON.parse(readFileSync(join(cwd, 'x.json'), 'utf8')).findings).toHaveLength(1);
    expect(await run(['--format', 'json', '-o', 'y.json'], setup)).toEqual({ code: 1, out: '', err: '' });
    expect(readFileSync(join(cwd, 'y.json'), 'utf8')).toBe(readFileSync(join(cwd, 'x.json'), 'utf8'));
  });

  it('carry the SARIF flags', async () => {
    const argv = ['--format', 'sarif', '--sarif-category', 'api', '--sarif-include-suppressed'];
    const suppressed = [{ ...FINDING, suppression: { kind: 'noqa', reason: null, place: FINDING.place } as const }];
    const { runs } = JSON.parse((await run(argv, { lint: reporting({ suppressed }) })).out);
    expect(runs[0].automationDetails.id).toMatch(/^api\b/);
    expect(runs[0].results).toHaveLength(1);
  });

  it('quiet says nothing about a clean run', async () => {
    expect(await run(['--quiet'])).toEqual({ code: 0, out: '', err: '' });
    expect((await run(['--quiet', '--format', 'json'])).out).not.toBe('');
    expect((await run(['--quiet'], { lint: reporting({ findings: [FINDING] }) })).out).toContain('time.sleep');
  });

  it('tell of problems once', async () => {
    const lint = reporting({ problems: [PROBLEM] });
    const text = await run([], { lint });
    expect((text.out + text.err).match(/a rule threw/g)).toHaveLength(1);
    expect((await run(['--format', 'sarif'], { lint })).err).toBe('nostall: a.py:3: a rule threw\n');
  });
});

describe('what there is to see', () => {
  const files = { 'a.py': '', 'nostall.toml': 'extend-exclude = ["old"]', 'old/x.py': '', 'types.pyi': '' };

  it('--show-files', async () => {
    const cwd = workspace(files);
    expect(await run(['--show-files'], { cwd })).toEqual({ code: 0, out: 'a.py\n', err: '' });
    expect((await run(['--show-files', '--verbose'], { cwd })).out).toBe(
      'a.py\nold/  # skipped: excluded by "old"\ntypes.pyi  # skipped: stub; linted only when named\n',
    );
  });

  it('--show-config', async () => {
    const { code, out } = await run(['--show-config', 'old/x.py', '--config', 'tests="off"'], {
      cwd: workspace(files),
    });
    expect(code).toBe(0);
    expect(out).toContain('extend-exclude = ["old"]  # nostall.toml:1\n');
    expect(out).toContain('tests = "off"  # --config\n');
  });

  it('--verbose', async () => {
    expect((await run(['--verbose'], { cwd: workspace(files) })).err).toBe(
      'nostall: 1 file, 2 paths skipped, configuration: nostall.toml\n',
    );
  });

  it('--version', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, out: `nostall ${version}\n`, err: '' });
    const { out } = await run(['-Vv']);
    expect(out).toMatch(/^nostall .+\nparser: tree-sitter, .+\nplatform: node v20\.19\.0 on linux-x64\n$/);
  });

  it.each<[string, readonly string[]]>([
    ['--help', ['--help']],
    ['-h', ['-h']],
    ['help', ['help']],
    ['help of a command', ['rule', '--help']],
  ])('%s', async (_, argv) => {
    const { code, out, err } = await run(argv);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const flag of Object.keys(FLAGS)) expect(out).toContain(`--${flag}`);
    for (const format of formatNames) expect(out).toContain(format);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(112);
  });

  it('rule ID', async () => {
    const [rule] = rules;
    const text = await run(['rule', rule?.id ?? '']);
    expect(text.out.trimEnd()).toBe(rule?.info.docs.trimEnd());
    expect(JSON.parse((await run(['rule', rule?.id ?? '', '--format', 'json'])).out)).toEqual(rule?.info);
  });

  it('rule --all', async () => {
    expect(JSON.parse((await run(['rule', '--all', '--format=json'])).out)).toEqual(rules.map(({ info }) => info));
    const { out } = await run(['rule', '--all']);
    for (const { info } of rules) expect(out).toContain(info.docs.trimEnd());
  });
});

describe('terminals', () => {
  const tty: Terminal = { write: () => {}, isTTY: true, columns: 80 };
  const pipe: Terminal = { ...tty, isTTY: false };
  it.each<[string | null, Io['env'], Terminal | null, boolean]>([
    [null, {}, tty, true],
    [null, {}, pipe, false],
    ['auto', { TERM: 'dumb' }, tty, false],
    ['always', { NO_COLOR: '1' }, pipe, true],
    ['never', { FORCE_COLOR: '1' }, tty, false],
    [null, { NO_COLOR: '1', FORCE_COLOR: '1' }, tty, false],
    [null, { NO_COLOR: '' }, tty, true],
    [null, { FORCE_COLOR: '1' }, pipe, true],
    [null, { FORCE_COLOR: '0' }, tty, false],
    [null, { FORCE_COLOR: '1' }, null, false],
    ['always', {}, null, true],
  ])('--color %s with %j', (flag, env, terminal, isColoured) => {
    expect(wantsColour(flag, env, terminal)).toBe(isColoured);
  });

  it('show progress after a second, and wipe it', () => {
    let time = 0;
    let text = '';
    const write = (more: string) => {
      text += more;
    };
    const progress = progressLine({ ...tty, write }, () => time);
    for (time = 0; time < 1000; time += 50) progress.update(time, 4000);
    expect(text).toBe('');
    for (time = 1000; time <= 1100; time += 50) progress.update(time, 4000);
    progress.clear();
    expect(text.split('\r\u001b[2K')).toEqual(['', 'checking 1000 of 4000 files', 'checking 1100 of 4000 files', '']);
  });

  it('show no progress elsewhere', () => {
    let time = 0;
    const write = () => expect.unreachable();
    const progress = progressLine({ ...pipe, write }, () => time);
    for (time = 0; time < 3000; time += 50) progress.update(time, 4000);
    progress.clear();
  });
});

describe('--jobs auto', () => {
  const [MB, GB] = [1e6, 1e9];

  it.each<[string, readonly number[], number, number, number]>([
    ['nothing', [], 8, 64 * GB, 1],
    ['a small project', [3 * MB, 2.9 * MB], 8, 64 * GB, 1],
    ['what keeps two busy', [3 * MB, 3 * MB], 8, 64 * GB, 2],
    ['a large project on a laptop', Array(40).fill(MB), 4, 16 * GB, 4],
    ['on a server', Array(40).fill(MB), 64, 256 * GB, 8],
    ['in a small container', Array(40).fill(MB), 64, 2.5 * GB, 2],
    ['in a tiny one', Array(40).fill(MB), 64, 0.5 * GB, 1],
  ])('%s', (_, sizes, cores, memory, jobs) => {
    const files = sizes.map((_, i) => ({ absolute: String(i) }));
    expect(automaticJobs(files, { cores, memory }, (path) => sizes[Number(path)] as number)).toBe(jobs);
  });
});
