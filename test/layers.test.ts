import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readText } from '../src/files.ts';
import { type Import, importsOf, processLines } from './support/import-graph.ts';

interface Layer {
  /** A file, or a folder that ends in a slash. */
  readonly of: string;
  /** All that it may import; `types:` before a place allows only imports that are erased. */
  readonly only?: readonly string[];
  readonly never?: readonly string[];
}

/** The architecture's layers: cli > lint > { discover, python, project, config }; rules > helpers; report > types. */
const LAYERS: readonly Layer[] = [
  { of: 'src/types.ts', only: [] },
  { of: 'src/homepage.ts', only: [] },
  { of: 'src/report/', only: ['src/report/', 'src/types.ts', 'src/homepage.ts', 'node:crypto', 'types:sarif'] },
  { of: 'src/config/', never: ['src/project/', 'src/python/', 'rules/', 'src/cli', 'src/lint.ts', 'src/report/'] },
  { of: 'src/discover/', never: ['src/project/', 'src/python/', 'rules/', 'src/cli', 'src/lint.ts', 'src/report/'] },
  { of: 'src/python/', never: ['src/project/', 'rules/', 'src/cli', 'src/lint.ts', 'src/report/'] },
  { of: 'src/project/', never: ['rules/', 'src/cli', 'src/lint.ts', 'src/report/'] },
  { of: 'src/lint.ts', never: ['src/cli', 'src/report/'] },
  { of: 'src/workers/', never: ['src/cli', 'src/report/', 'src/project/', 'src/python/'] },
  { of: 'src/session/', never: ['rules/', 'src/cli', 'src/lint.ts', 'src/report/'] },
  { of: 'src/cache/', never: ['rules/', 'src/cli', 'src/report/', 'src/python/'] },
  { of: 'src/narrow/', never: ['rules/', 'src/cli', 'src/report/', 'src/cache/', 'src/project/', 'src/lint.ts'] },
  { of: 'src/since/', never: ['rules/', 'src/cli', 'src/project/', 'src/python/'] },
  { of: 'src/baseline/', only: ['src/baseline/', 'src/types.ts', 'src/json.ts'] },
  { of: 'src/merge/', never: ['rules/', 'src/cli', 'src/project/', 'src/python/', 'src/lint.ts'] },
  { of: 'src/edit/', never: ['rules/', 'src/cli', 'src/report/', 'src/project/'] },
  { of: 'src/model-list/', never: ['rules/', 'src/cli', 'src/report/'] },
  {
    of: 'src/eslint',
    only: [
      'rules/',
      'src/analyse.ts',
      'src/config/',
      'src/eslint/',
      'src/files.ts',
      'src/globs.ts',
      'src/python/',
      'src/rule-info.ts',
      'src/session/',
      'src/source-code.ts',
      'src/version.ts',
      'node:path',
      'types:src/',
      'types:eslint',
      'types:@eslint/core',
    ],
  },
  { of: 'rules/', only: ['rules/', 'src/rule.ts', 'src/rule/', 'src/types.ts', 'src/homepage.ts', 'types:src/'] },
];

const FILE_SYSTEM = /^(node:)?fs(\/|$)/;
const FILE_SYSTEM_OWNER = 'src/files.ts';
const PROCESS = /^(node:)?process$/;
const ENTRY = 'src/cli.ts';
/** The root of @typescript-eslint/utils loads all of ESLint. */
const UNREACHABLE =
  /^(typescript|eslint|@eslint\/\w+|src\/eslint(\.ts)?)(\/|$)|^@typescript-eslint\/utils(?!\/(eslint-utils|json-schema)$)/;

test('the layers hold', () => {
  const files = new Map<string, string>();
  for (const folder of ['src', 'rules']) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = `${folder}/${name.replaceAll('\\', '/')}`;
      if (path.endsWith('.ts')) files.set(path, readText(path));
    }
  }
  expect(files.has(ENTRY) && files.has(FILE_SYSTEM_OWNER)).toBe(true);
  expect(violations(files)).toEqual([]);
});

test.each<[string, Record<string, string>, string[]]>([
  ['a report that reads config', { 'src/report/text.ts': "import '../config/keys.ts';" }, ['src/report/text.ts:1']],
  ['a report that uses a package', { 'src/report/text.ts': "\nimport x from 'node:path';" }, ['src/report/text.ts:2']],
  ['a report that reads types', { 'src/report/text.ts': "import type { A } from '../types.ts';" }, []],
  ['config above itself', { 'src/config/a.ts': "export * from '../python/node.ts';" }, ['src/config/a.ts:1']],
  ['discovery above itself', { 'src/discover/a.ts': "import type A from '../project/p.ts';" }, ['src/discover/a.ts:1']],
  ['the analysis above itself', { 'src/project/a.ts': "await import('../cli/io.ts');" }, ['src/project/a.ts:1']],
  ['a rule with an engine in hand', { 'rules/a.ts': "import { b } from '../src/project/p.ts';" }, ['rules/a.ts:1']],
  ['a rule with a type', { 'rules/a.ts': "import type { B } from '../src/project/p.ts';" }, []],
  ['a rule with its helpers', { 'rules/a.ts': "import { c } from '../src/rule.ts';\nimport './index.ts';" }, []],
  ['a second reader of files', { 'src/lint.ts': "import { readFileSync } from 'node:fs';" }, ['src/lint.ts:1']],
  ['promises of files', { 'src/lint.ts': "const fs = require('fs/promises');" }, ['src/lint.ts:1']],
  ['the reader of files', { 'src/files.ts': "import { readFileSync } from 'node:fs';" }, []],
  ['process below the command line', { 'src/cli/a.ts': 'export const cwd = process.cwd();' }, ['src/cli/a.ts:1']],
  ['process as a module', { 'src/a.ts': "import { cwd } from 'node:process';" }, ['src/a.ts:1']],
  ['process by way of globalThis', { 'src/a.ts': 'globalThis.process.exit(1);' }, ['src/a.ts:1']],
  ['process in the entry', { 'src/cli.ts': 'process.exitCode = 1;' }, []],
  ['other things of that name', { 'src/a.ts': "const kinds = { process: 1, a: 'process' };\nkinds.process;" }, []],
  [
    'typescript two files away',
    { 'src/cli.ts': "import './a.ts';", 'src/a.ts': "import 'typescript';" },
    ['src/a.ts:1'],
  ],
  ['eslint behind a dynamic import', { 'src/cli.ts': "void import('eslint/config');" }, ['src/cli.ts:1']],
  ['the root of the utils', { 'src/cli.ts': "import '@typescript-eslint/utils';" }, ['src/cli.ts:1']],
  ['a light part of the utils', { 'src/cli.ts': "import '@typescript-eslint/utils/eslint-utils';" }, []],
  ['a type of eslint', { 'src/cli.ts': "import type { Linter } from 'eslint';" }, []],
  ['an import that is erased only in part', { 'src/cli.ts': "import { type A } from 'eslint';" }, ['src/cli.ts:1']],
  ['the plugin in the command line', { 'src/cli.ts': "import './eslint.ts';" }, ['src/cli.ts:1']],
  ['a part of the plugin', { 'src/cli.ts': "import './eslint/language.ts';" }, ['src/cli.ts:1']],
  ['the plugin with the pipeline', { 'src/eslint.ts': "import './lint.ts';" }, ['src/eslint.ts:1']],
  ['the plugin with code of a peer', { 'src/eslint/a.ts': "import 'eslint';" }, ['src/eslint/a.ts:1']],
  ['the plugin with types of a peer', { 'src/eslint/a.ts': "import type { ESLint } from 'eslint';" }, []],
  ['eslint out of reach', { 'src/cli.ts': '', 'src/a.ts': "import 'eslint';" }, []],
])('%s', (_, files, places) => {
  const found = violations(new Map(Object.entries(files)));
  expect(found).toEqual(places.map((place) => expect.stringMatching(`^${place}: `)));
});

function violations(files: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  const imports = new Map([...files].map(([path, text]) => [path, importsOf(path, text)]));
  for (const [path, text] of files) {
    for (const one of imports.get(path)!) {
      for (const layer of LAYERS) {
        if (within(path, layer.of) && !allowed(layer, one))
          found.push(`${at(one)}: ${layer.of} must not import ${one.to}`);
      }
      if (FILE_SYSTEM.test(one.to) && path !== FILE_SYSTEM_OWNER)
        found.push(`${at(one)}: only ${FILE_SYSTEM_OWNER} reads files`);
      if (PROCESS.test(one.to) && path !== ENTRY) found.push(`${at(one)}: only ${ENTRY} touches process`);
    }
    if (path === ENTRY) continue;
    for (const line of processLines(path, text)) found.push(`${path}:${line}: only ${ENTRY} touches process`);
  }
  for (const path of reachable(imports)) {
    for (const one of imports.get(path) ?? []) {
      if (!one.typeOnly && UNREACHABLE.test(one.to)) found.push(`${at(one)}: ${one.to} is reachable from ${ENTRY}`);
    }
  }
  return found;
}

function allowed({ only, never }: Layer, { to, typeOnly }: Import): boolean {
  if (never?.some((place) => within(to, place)) === true) return false;
  if (only === undefined) return true;
  return only.some((place) => {
    return place.startsWith('types:') ? typeOnly && within(to, place.slice('types:'.length)) : within(to, place);
  });
}

/** `src/cli` stands for `src/cli.ts` and for the folder. */
function within(path: string, place: string): boolean {
  return path === place || path.startsWith(place.endsWith('/') ? place : `${place}/`) || path === `${place}.ts`;
}

function at({ from, line }: Import): string {
  return `${from}:${line}`;
}

function reachable(imports: ReadonlyMap<string, readonly Import[]>): Set<string> {
  const seen = new Set([ENTRY]);
  for (const path of seen) {
    for (const { to, typeOnly } of imports.get(path) ?? []) if (!typeOnly && imports.has(to)) seen.add(to);
  }
  return seen;
}
