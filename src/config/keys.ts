import type { Level } from '../types.ts';

export const SEVERITIES = ['error', 'warning', 'note', 'off'] as const;
export type Severity = Level | 'off';

export const TEST_POLICIES = ['quieter', 'same', 'off'] as const;
export type TestPolicy = (typeof TEST_POLICIES)[number];

export type PythonVersion = readonly [number, number];

/** Rule ids beside the three tables that narrow further. */
export interface SeverityTable {
  readonly kind?: Readonly<Record<string, Severity>>;
  readonly cost?: Readonly<Record<string, Severity>>;
  readonly path?: Readonly<Record<string, Severity>>;
  readonly [rule: string]: Severity | Readonly<Record<string, Severity>> | undefined;
}

/** One configuration as written, checked but not resolved. */
export interface Options {
  readonly select?: readonly string[];
  readonly ignore?: readonly string[];
  readonly 'extend-select'?: readonly string[];
  readonly 'per-file-ignores'?: Readonly<Record<string, readonly string[]>>;
  readonly exclude?: readonly string[];
  readonly 'extend-exclude'?: readonly string[];
  readonly 'respect-gitignore'?: boolean;
  readonly severity?: SeverityTable;
  readonly tests?: TestPolicy;
  readonly models?: readonly string[];
  readonly src?: readonly string[];
  readonly baseline?: string;
  readonly 'respect-noqa'?: boolean;
  readonly 'target-version'?: string;
}

export type Shape =
  | { readonly type: 'boolean' }
  | { readonly type: 'choice'; readonly words: readonly string[] }
  | { readonly type: 'version' }
  | { readonly type: 'file' }
  /** `of` says what the strings are: rule ids are checked, folders must exist. */
  | { readonly type: 'list'; readonly of: 'rule' | 'glob' | 'path' | 'folder' }
  | { readonly type: 'rules by glob' }
  | { readonly type: 'severity' };

export interface Key {
  readonly shape: Shape;
  /** As TOML text. */
  readonly fallback: string;
  readonly doc: string;
  /** As TOML text. */
  readonly example: string;
}

/** Folders that hold no code of the project, or copies of it. */
export const EXCLUDED = [
  '.bzr',
  '.direnv',
  '.eggs',
  '.git',
  '.hg',
  '.ipynb_checkpoints',
  '.mypy_cache',
  '.nostall_cache',
  '.nox',
  '.pyenv',
  '.pytest_cache',
  '.pytype',
  '.ruff_cache',
  '.svn',
  '.tox',
  '.venv',
  '__pycache__',
  '__pypackages__',
  '_build',
  'build',
  'dist',
  'node_modules',
  'site-packages',
  'venv',
] as const;

/** The oldest version that most projects still run on; advice for it holds on every later one. */
export const DEFAULT_VERSION: PythonVersion = [3, 10];

const RULE_LIST: Shape = { type: 'list', of: 'rule' };

/** The one list of configuration keys: validation, hints, the JSON Schema, `--show-config` and the docs are made from it. */
export const KEYS: Readonly<Record<keyof Options, Key>> = {
  select: {
    shape: RULE_LIST,
    fallback: 'every rule',
    doc: 'The rules that run.',
    example: '["no-blocking-io-in-async"]',
  },
  ignore: {
    shape: RULE_LIST,
    fallback: '[]',
    doc: 'Rules that do not run. Wins over `select` and `extend-select`.',
    example: '["unused-suppression"]',
  },
  'extend-select': {
    shape: RULE_LIST,
    fallback: '[]',
    doc: 'Rules that run in addition to `select`.',
    example: '["cpu-bound-needs-thread"]',
  },
  'per-file-ignores': {
    shape: { type: 'rules by glob' },
    fallback: '{}',
    doc: 'Rules that do not run for files that match a pattern. `!pattern` stands for every other file.',
    example: '{ "scripts/**" = ["cpu-bound-needs-thread"] }',
  },
  exclude: {
    shape: { type: 'list', of: 'glob' },
    fallback: `[${EXCLUDED.map((name) => `"${name}"`).join(', ')}]`,
    doc: 'Files and folders to leave out, as in a .gitignore. Replaces the list of defaults.',
    example: '["vendor", "src/generated/**"]',
  },
  'extend-exclude': {
    shape: { type: 'list', of: 'glob' },
    fallback: '[]',
    doc: 'Files and folders to leave out in addition to `exclude`.',
    example: '["migrations"]',
  },
  'respect-gitignore': {
    shape: { type: 'boolean' },
    fallback: 'true',
    doc: 'Whether to leave out what .gitignore files leave out.',
    example: 'false',
  },
  severity: {
    shape: { type: 'severity' },
    fallback: '{}',
    doc:
      'Levels (`error`, `warning`, `note`, `off`) by rule id, by `cost`, by `kind` and by `path` pattern. ' +
      'Of several that apply, path wins over kind, kind over cost, cost over rule; of several paths the longest pattern wins.',
    example: '{ unused-suppression = "note", cost.micro = "warning", kind.file = "note", path."scripts/**" = "off" }',
  },
  tests: {
    shape: { type: 'choice', words: TEST_POLICIES },
    fallback: '"quieter"',
    doc:
      'How loud findings are in test files (`test_*.py`, `*_test.py`, `conftest.py`, anything below a folder `test` or `tests`): ' +
      '`quieter` by one level (by two where the effect is reached through other functions: test doubles stand there), the `same` as elsewhere, or `off`. A `severity` by path is taken as it stands.',
    example: '"same"',
  },
  models: {
    shape: { type: 'list', of: 'folder' },
    fallback: '[]',
    doc: 'Folders with your own model stubs; they win over the built-in ones.',
    example: '["lint/models"]',
  },
  src: {
    shape: { type: 'list', of: 'path' },
    fallback: 'wherever the file is, the nearest first',
    doc: 'Folders in which absolute imports are looked for before anywhere else, in this order.',
    example: '["backend", "libs"]',
  },
  baseline: {
    shape: { type: 'file' },
    fallback: 'none',
    doc: 'The file with known findings, as `--update-baseline` writes it. That of the folder nostall is started in counts.',
    example: '"nostall-baseline.json"',
  },
  'respect-noqa': {
    shape: { type: 'boolean' },
    fallback: 'true',
    doc: 'Whether `# noqa` comments written for ruff silence the equivalent finding.',
    example: 'false',
  },
  'target-version': {
    shape: { type: 'version' },
    fallback: '"3.10"',
    doc: 'The oldest Python version the project supports. When absent, the lower bound of `requires-python` in the nearest pyproject.toml.',
    example: '"3.12"',
  },
};
