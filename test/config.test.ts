import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { rules } from '../src/cli/registry.ts';
import { configDocs } from '../src/config/docs.ts';
import { configSchema } from '../src/config/json-schema.ts';
import { KEYS } from '../src/config/keys.ts';
import { nearest } from '../src/config/near-miss.ts';
import { oldestAllowed, parseVersion } from '../src/config/python-version.ts';
import { type ConfigRequest, configuration, type ResolvedConfig } from '../src/config/resolve.ts';
import type { Weight } from '../src/config/settings.ts';
import { shownConfig } from '../src/config/show.ts';
import { tomlLines } from '../src/config/toml-lines.ts';
import { homepage } from '../src/homepage.ts';
import { workspace } from './workspace.ts';

const BLOCKING = 'no-blocking-io-in-async';
const CPU = 'cpu-bound-needs-thread';
const GATHER = 'prefer-gather-over-sequential-await';
const IDS = [CPU, BLOCKING, GATHER, 'syntax-error', 'unused-suppression'];

function request(cwd: string, more: Partial<ConfigRequest> = {}): ConfigRequest {
  const flags = { select: null, ignore: [], extendSelect: [] };
  return { cwd, ruleIds: IDS, roots: [], config: [], isolated: false, ...flags, ...more };
}

function resolved(
  files: Readonly<Record<string, string>>,
  file = 'a.py',
  more: Partial<ConfigRequest> = {},
): ResolvedConfig {
  const root = workspace(files);
  return configuration(request(root, more)).forFile(join(root, file));
}

function errorOf(files: Readonly<Record<string, string>>, more: Partial<ConfigRequest> = {}): string {
  try {
    resolved(files, 'a.py', more);
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  return 'no error';
}

describe('errors name file, line and key', () => {
  const HEAD = '[project]\nname = "x"\n\n[tool.nostall]\n';
  const UNKNOWN_KEY = 'tool.nostall.selct: unknown key `selct`, did you mean `select`?';
  it.each([
    ['a near miss of a key', 'selct = []', `5: ${UNKNOWN_KEY}`],
    ['a key like no other', 'wibble = 1', '5: tool.nostall.wibble: unknown key `wibble`'],
    [
      'a near miss of a rule',
      `select = [\n  "${CPU}",\n  "no-blocking-io",\n]`,
      `7: tool.nostall.select: unknown rule "no-blocking-io", did you mean \`${BLOCKING}\`?`,
    ],
    [
      'a rule like no other',
      'ignore = ["E501"]',
      `5: tool.nostall.ignore: unknown rule "E501", known are ${IDS.join(', ')}`,
    ],
    ['a string for a list', 'src = "lib"', '5: tool.nostall.src: expected a list of strings, found "lib"'],
    ['a number in a list', 'exclude = ["a", 3]', '5: tool.nostall.exclude: expected a string, found 3'],
    ['a list for a path', 'baseline = ["a"]', '5: tool.nostall.baseline: expected a path, found a list'],
    [
      'a string for a boolean',
      'respect-noqa = "no"',
      '5: tool.nostall.respect-noqa: expected true or false, found "no"',
    ],
    [
      'a near miss of a word',
      'tests = "quiter"',
      '5: tool.nostall.tests: unknown value "quiter", did you mean "quieter"?',
    ],
    ['a word like no other', 'tests = 1', '5: tool.nostall.tests: unknown value 1, must be one of quieter, same, off'],
    [
      'Python 2',
      'target-version = "2.7"',
      '5: tool.nostall.target-version: expected a Python version such as "3.12", found "2.7"',
    ],
    ['a folder that is not there', 'models = ["lint/models"]', '5: tool.nostall.models: no such folder "lint/models"'],
    ['a list for a table', 'per-file-ignores = []', '5: tool.nostall.per-file-ignores: expected a table, found a list'],
    [
      'a rule below a pattern',
      `[tool.nostall.per-file-ignores]\n"a/*" = ["x-y"]`,
      '6: tool.nostall.per-file-ignores."a/*": unknown rule "x-y"',
    ],
    [
      'a kind',
      'severity.kind.files = "note"',
      '5: tool.nostall.severity.kind.files: unknown kind `files`, did you mean `file`?',
    ],
    [
      'a cost',
      '[tool.nostall.severity]\n\ncost.tiny = "off"',
      '7: tool.nostall.severity.cost.tiny: unknown cost `tiny`, must be one of micro',
    ],
    [
      'a level',
      'severity = { path = { "x/**" = "warn" } }',
      '5: tool.nostall.severity.path."x/**": unknown value "warn", did you mean "warning"?',
    ],
    [
      'a rule in severity',
      'severity.syntax-eror = "note"',
      '5: tool.nostall.severity.syntax-eror: `syntax-eror` is neither a rule id nor kind, cost or path, did you mean `syntax-error`?',
    ],
  ])('%s', (_, text, message) => {
    expect(errorOf({ 'pyproject.toml': HEAD + text })).toContain(`ConfigError: pyproject.toml:${message}`);
  });

  it.each([
    ['not a table', { 'pyproject.toml': '[tool]\nnostall = 1' }, 'pyproject.toml:2: tool.nostall: expected a table'],
    ['a syntax error', { 'nostall.toml': '# x\nselect = ]\n' }, 'nostall.toml:2:10: not valid TOML: '],
    [
      'nostall.toml has no prefix',
      { 'nostall.toml': '\ntest = "off"' },
      'nostall.toml:2: test: unknown key `test`, did you mean `tests`?',
    ],
  ])('%s', (_, files, message) => {
    expect(errorOf(files)).toContain(message);
  });

  it.each<[string, Partial<ConfigRequest>, string]>([
    ['--select', { select: ['sintax-error'] }, '--select: unknown rule "sintax-error", did you mean `syntax-error`?'],
    ['--ignore', { ignore: ['E1'] }, '--ignore: unknown rule "E1"'],
    ['--extend-select', { extendSelect: ['E1'] }, '--extend-select: unknown rule "E1"'],
    ['an inline key', { config: ['selct=[]'] }, '--config: selct: unknown key `selct`, did you mean `select`?'],
    ['inline syntax', { config: ['tests=off'] }, '--config: not valid TOML: '],
    ['a missing file', { config: ['x.toml'] }, '--config: no such file: x.toml'],
    ['two files', { config: ['n.toml', 'n.toml'] }, '--config takes one file'],
    [
      'a file and --isolated',
      { config: ['n.toml'], isolated: true },
      '--config FILE and --isolated exclude each other',
    ],
  ])('on the command line: %s', (_, more, message) => {
    expect(errorOf({ 'n.toml': '' }, more)).toContain(message);
  });

  it('leaves a broken pyproject.toml that never names nostall alone', () => {
    expect(errorOf({ 'pyproject.toml': '[project\nrequires-python = ">=3.12' })).toBe('no error');
  });
});

describe('which configuration is in force', () => {
  const files = {
    'nostall.toml': 'tests = "off"',
    'pyproject.toml': '[tool.nostall]\ntests = "same"',
    'plain/pyproject.toml': '[project]\nname = "x"',
    'own/pyproject.toml': '[tool.nostall]\nselect = []',
    'own/deep/a.py': '',
  };
  it.each([
    ['nostall.toml wins in its folder', 'a.py', 'nostall.toml'],
    ['a pyproject.toml without the table is passed over', 'plain/a.py', 'nostall.toml'],
    ['the nearest wins', 'own/deep/a.py', 'own/pyproject.toml'],
  ])('%s', (_, file, config) => {
    expect(resolved(files, file).settings.configPath).toMatch(new RegExp(`/nostall-\\w+/${config}$`));
  });

  it('takes nothing from configurations further up', () => {
    const own = resolved(files, 'own/deep/a.py').settings;
    expect(own.rules.size).toBe(0);
    expect(own.severity.levelOf(weight('/x/tests/a.py', { rule: 'syntax-error' }))).toBe('error');
  });

  it('reads none when isolated', () => {
    expect(resolved(files, 'a.py', { isolated: true }).settings.configPath).toBeNull();
  });

  it('takes --config for every file, with paths relative to it', () => {
    const { settings } = resolved({ ...files, 'ci/n.toml': 'src = ["lib"]\nbaseline = "known.json"' }, 'own/a.py', {
      config: ['ci/n.toml'],
    });
    expect(settings.configPath).toMatch(/ci\/n\.toml$/);
    expect(settings.src[0]).toMatch(/ci\/lib$/);
    expect(settings.baseline).toMatch(/ci\/known\.json$/);
  });

  it('lets inline settings win, key by key', () => {
    const config = ['respect-noqa=false', 'severity.cost.micro="error"'];
    const { settings } = resolved(
      { 'nostall.toml': 'respect-noqa = true\nsrc = ["lib"]\nseverity.kind.db = "note"' },
      'a.py',
      { config },
    );
    expect(settings.respectNoqa).toBe(false);
    expect(settings.src).toHaveLength(1);
    expect(settings.severity.levelOf(weight('/a.py', { kind: 'file', cost: 'micro' }))).toBe('error');
    expect(settings.severity.levelOf(weight('/a.py', { kind: 'db', cost: 'micro' }))).toBe('note');
  });

  it('shares one object among folders with the same answers', () => {
    const root = workspace({ 'pyproject.toml': '', 'a/x.py': '', 'b/x.py': '' });
    const config = configuration(request(root));
    expect(config.forFolder(join(root, 'a'))).toBe(config.forFolder(join(root, 'b')));
  });
});

describe('which rules run', () => {
  const others = IDS.filter((id) => id !== CPU);
  it.each<[string, string, Partial<ConfigRequest>, readonly string[]]>([
    ['all of them', '', {}, IDS],
    ['select', `select = ["${CPU}"]`, {}, [CPU]],
    ['ignore', `ignore = ["${CPU}"]`, {}, others],
    [
      'ignore wins over extend-select',
      `select = []\nextend-select = ["${CPU}", "${GATHER}"]\nignore = ["${CPU}"]`,
      {},
      [GATHER],
    ],
    ['--select puts configuration aside', `ignore = ["${CPU}"]`, { select: [CPU] }, [CPU]],
    ['--extend-select brings back', `ignore = ["${CPU}"]`, { extendSelect: [CPU] }, IDS],
    ['--ignore has the last word', '', { select: [CPU, GATHER], ignore: [CPU] }, [GATHER]],
  ])('%s', (_, text, flags, ids) => {
    expect([...resolved({ 'nostall.toml': text }, 'a.py', flags).settings.rules].sort()).toEqual([...ids].sort());
  });

  it('per-file-ignores are relative to the configuration', () => {
    const root = workspace({
      'sub/nostall.toml': `per-file-ignores = { "scripts/**" = ["${CPU}"], "!app/*" = ["${GATHER}"] }`,
    });
    const { ignoredIn } = configuration(request(root)).forFolder(join(root, 'sub')).settings;
    expect([...ignoredIn(join(root, 'sub/scripts/deep/a.py'))]).toEqual([CPU, GATHER]);
    expect([...ignoredIn(join(root, 'sub/app/a.py'))]).toEqual([]);
    expect([...ignoredIn(join(root, 'scripts/a.py'))]).toEqual([]);
  });
});

function weight(path: string, more: Partial<Weight> = {}): Weight {
  return { rule: BLOCKING, kind: null, cost: null, certainty: null, isChained: false, path, ...more };
}

describe('severity', () => {
  const NETWORK = { kind: 'network', cost: 'unbounded' } as const;
  const STAT = { kind: 'file', cost: 'micro' } as const;
  it.each<[string, Partial<Weight>, string | null, string | null]>([
    ['unbounded', NETWORK, 'error', 'warning'],
    ['bounded', { kind: 'file', cost: 'bounded' }, 'warning', 'note'],
    ['micro', STAT, 'note', null],
    ['unbounded, through calls', { ...NETWORK, isChained: true }, 'error', 'note'],
    ['bounded, through calls', { kind: 'file', cost: 'bounded', isChained: true }, 'warning', null],
    ['unbounded CPU', { rule: CPU, kind: 'cpu', cost: 'unbounded' }, 'warning', 'note'],
    ['bounded CPU', { rule: CPU, kind: 'cpu', cost: 'bounded' }, 'warning', 'note'],
    ['micro CPU', { rule: CPU, kind: 'cpu', cost: 'micro' }, 'note', null],
    ['proven overlap', { rule: GATHER, certainty: 'proven' }, 'warning', 'note'],
    ['likely overlap', { rule: GATHER, certainty: 'likely' }, 'warning', 'note'],
    ['possible overlap', { rule: GATHER, certainty: 'possible' }, 'note', null],
    ['syntax error', { rule: 'syntax-error' }, 'error', 'warning'],
    ['unused suppression', { rule: 'unused-suppression' }, 'warning', 'note'],
  ])('of %s, and in a test file', (_, what, level, inTests) => {
    const root = workspace({ 'nostall.toml': '' });
    const { severity } = configuration(request(root)).forFolder(root).settings;
    expect(severity.levelOf(weight(join(root, 'a.py'), what))).toBe(level);
    expect(severity.levelOf(weight(join(root, 'tests/a.py'), what))).toBe(inTests);
  });

  it.each<[string, string, Partial<Weight>, string, string | null]>([
    ['by rule', `${BLOCKING} = "note"`, NETWORK, 'a.py', 'note'],
    ['cost wins over rule', `${BLOCKING} = "note"\ncost.unbounded = "warning"`, NETWORK, 'a.py', 'warning'],
    ['kind wins over cost', 'cost.micro = "warning"\nkind.file = "off"', STAT, 'a.py', null],
    ['path wins over kind', 'kind.file = "off"\npath."scripts/**" = "error"', STAT, 'scripts/x/a.py', 'error'],
    ['elsewhere it does not', 'kind.file = "off"\npath."scripts/**" = "error"', STAT, 'lib/scripts.py', null],
    [
      'the longer pattern wins',
      'path."scripts/**" = "off"\npath."scripts/api/**" = "error"',
      STAT,
      'scripts/api/a.py',
      'error',
    ],
    ['an override is quieter in tests', 'kind.network = "warning"', NETWORK, 'tests/a.py', 'note'],
    ['a path override stands in tests', 'path.tests = "error"', STAT, 'tests/a.py', 'error'],
    ['other rules keep theirs', `${CPU} = "off"`, NETWORK, 'a.py', 'error'],
  ])('%s', (_, table, what, file, level) => {
    const root = workspace({ 'nostall.toml': `[severity]\n${table}` });
    expect(
      configuration(request(root))
        .forFolder(root)
        .settings.severity.levelOf(weight(join(root, file), what)),
    ).toBe(level);
  });

  it.each([
    ['same', 'error'],
    ['quieter', 'warning'],
    ['off', null],
  ])('tests = "%s"', (policy, level) => {
    const root = workspace({ 'nostall.toml': `tests = "${policy}"` });
    const { severity } = configuration(request(root)).forFolder(root).settings;
    expect(severity.levelOf(weight(join(root, 'test_a.py'), NETWORK))).toBe(level);
    expect(severity.levelOf(weight(join(root, 'a.py'), NETWORK))).toBe('error');
  });

  it.each([
    ['test_a.py', true],
    ['pkg/a_test.py', true],
    ['conftest.py', true],
    ['tests/data/a.py', true],
    ['pkg/test/a.py', true],
    ['testing/a.py', false],
    ['latest.py', false],
    ['contest.py', false],
  ])('%s is a test file: %s', (file, isTest) => {
    // The project itself may stand below a folder named `tests`.
    const root = workspace({ 'tests/project/pyproject.toml': '[project]' });
    const project = join(root, 'tests/project');
    expect(configuration(request(root)).forFolder(project).settings.isTest(join(project, file))).toBe(isTest);
  });
});

describe('target version', () => {
  it.each<[string, Record<string, string>, string, readonly number[]]>([
    ['default', {}, 'a.py', [3, 10]],
    ['stated', { 'nostall.toml': 'target-version = "py313"' }, 'a.py', [3, 13]],
    ['of the project', { 'pyproject.toml': '[project]\nrequires-python = ">=3.11,<4"' }, 'a.py', [3, 11]],
    [
      'of the nearest project',
      { 'nostall.toml': '', 'p/pyproject.toml': '[project]\nrequires-python = "~=3.12"' },
      'p/x/a.py',
      [3, 12],
    ],
    [
      'stated wins',
      { 'pyproject.toml': '[project]\nrequires-python = ">=3.11"\n[tool.nostall]\ntarget-version = "3.9"' },
      'a.py',
      [3, 9],
    ],
  ])('%s', (_, files, file, version) => {
    expect(resolved(files, file).settings.targetVersion).toEqual(version);
  });

  it.each([
    ['>=3.10', [3, 10]],
    ['>=3.9, !=3.9.7, >=3.12', [3, 12]],
    ['==3.11.*', [3, 11]],
    ['>3.8.1', [3, 8]],
    ['<4', null],
    ['>=2.7', null],
    ['>=3', null],
  ])('requires-python %s', (text, version) => {
    expect(oldestAllowed(text)).toEqual(version);
  });

  it.each([
    ['3.12', [3, 12]],
    ['py39', [3, 9]],
    ['3', null],
    ['4.0', null],
    ['3.12.1', null],
  ])('written %s', (text, version) => {
    expect(parseVersion(text)).toEqual(version);
  });
});

describe('near misses', () => {
  it.each([
    ['slect', 'select'],
    ['per_file_ignores', 'per-file-ignores'],
    ['Exclude', 'exclude'],
    ['modles', 'models'],
    ['zzz', null],
    ['x', null],
  ])('%s', (typed, word) => {
    expect(nearest(typed, Object.keys(KEYS))).toBe(word);
  });
});

describe('lines of TOML keys', () => {
  const text = [
    '# select = 1',
    'a.b = """',
    'c = 1 [x] \\" """ # d = 2',
    "'q.r' = { s = 1, 't u' = [ # [",
    '  1,',
    "  ']', [2,",
    '  3]]}',
    '[ x . "y\\u002ez" ]',
    'when = 2026-11-22 08:00:00',
    '[[list]]',
    'k = 1',
    '[[list]]',
    'k = 2',
  ].join('\n');
  it.each<[readonly (string | number)[], number]>([
    [['a', 'b'], 2],
    [['q.r'], 4],
    [['q.r', 's'], 4],
    [['q.r', 't u', 1], 6],
    [['q.r', 't u', 2, 1], 7],
    [['x', 'y.z'], 8],
    [['x', 'y.z', 'when'], 9],
    [['list', 0, 'k'], 11],
    [['list', 1, 'k'], 13],
    [['list', 1, 'absent'], 12],
    [['c'], 1],
  ])('%j', (path, line) => {
    parse(text);
    expect(tomlLines(text)(path)).toBe(line);
  });
});

describe('the key table', () => {
  const schema = configSchema(
    rules.map(({ id }) => id),
    homepage,
  );
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);

  it('makes the published schema', async () => {
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../schema/nostall.schema.json');
  });

  it.each(Object.entries(KEYS))('the example of %s passes both checks', (name, { example }) => {
    const text = `${name} = ${example}`;
    expect(errorOf({ 'nostall.toml': text, 'lint/models/x.pyi': '' })).toBe('no error');
    expect(validate(parse(text)), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each(['selct = []', 'select = ["x"]', 'tests = "x"', 'severity.kind.x = "note"', 'target-version = "2.7"'])(
    'both checks refuse %s',
    (text) => {
      expect(errorOf({ 'nostall.toml': text })).toContain('ConfigError');
      expect(validate(parse(text))).toBe(false);
    },
  );

  it('makes the docs', () => {
    const rows = configDocs()
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    expect(rows.map((row) => row.split('`')[1])).toEqual(Object.keys(KEYS));
  });

  it('shows what is in force, as a configuration that says the same', () => {
    const text = `[tool.nostall]\nselect = ["${CPU}"]\n\nseverity.path."a/**" = "off"\nsrc = ["lib"]\n`;
    const root = workspace({ 'pyproject.toml': text });
    const config = ['severity.cost.micro = "error"'];
    const shown = shownConfig(configuration(request(root, { config })).forFolder(root), root);
    expect(shown).toContain('# pyproject.toml\n');
    expect(shown).toContain(`select = ["${CPU}"]  # pyproject.toml:2\n`);
    expect(shown).toContain('src = ["lib"]  # pyproject.toml:5\n');
    expect(shown).toContain('tests = "quieter"  # default\n');
    expect(shown).toContain(
      'severity = { path = { "a/**" = "off" }, cost = { micro = "error" } }  # pyproject.toml:4, --config\n',
    );
    const again = workspace({ 'nostall.toml': shown });
    expect(errorOf({ 'nostall.toml': shown })).toBe('no error');
    expect(configuration(request(again)).forFolder(again).settings.rules).toEqual(new Set([CPU]));
  });
});
