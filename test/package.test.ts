import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { bundlerProject } from '../scripts/package/bundler.mjs';
import { parseCommandLine } from '../src/cli/parse.ts';
import { readText } from '../src/files.ts';
import { builtInto } from './support/built.ts';

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

const folder = mkdtempSync(join(tmpdir(), 'nostall-package-'));
const consumer = join(folder, 'consumer');
const installed = join(consumer, 'node_modules/nostall');
const tsc = resolve('node_modules/typescript/bin/tsc');
const manifest = JSON.parse(readText('package.json'));
const lockfile = JSON.parse(readText('package-lock.json'));

/** Nothing of the user's settings, and no cache: what is not in the package cannot be had. */
const npmEnv = {
  PATH: process.env.PATH,
  npm_config_cache: join(folder, 'cache'),
  npm_config_userconfig: join(folder, 'npmrc'),
  npm_config_offline: 'true',
};

let packed: Packed;
let installation: { readonly out: string; readonly err: string };

beforeAll(async () => {
  const source = join(folder, 'source');
  const types = join(await builtInto(mkdirs(source)), 'types');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', types]);
  execFileSync(process.execPath, [resolve('scripts/package/prune-types.mjs')], { cwd: source });
  for (const name of [
    'package.json',
    'README.md',
    'LICENSE',
    ...manifest.files.filter((name: string) => name !== 'dist'),
  ])
    cpSync(name, join(source, name), { recursive: true });
  execFileSync(process.execPath, [resolve('scripts/package/manifest.mjs'), 'strip'], { cwd: source });
  const { out } = npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], source);
  // npm 12 gives an object by name, older ones a list.
  packed = Object.values(JSON.parse(out) as Record<string, Packed>)[0]!;
  writeFileSync(join(mkdirs(consumer), 'package.json'), '{ "private": true, "type": "module" }');
  installation = npm(['install', '--no-audit', '--no-fund', join(folder, packed.filename)], consumer);
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  test('holds what runs, and nothing else', () => {
    const runs =
      /^(?:package\.json|README\.md|CHANGELOG\.md|LICENSE|schema\/[\w.]+\.json|dist\/(?:[\w-]+\.(?:js|wasm)|(?:LICENSES|build)\.txt|models\.bin|rules\/[\w-]+\.md|types\/.*\.d\.ts))$/;
    const paths = packed.files.map(({ path }) => path);
    expect(paths.filter((path) => !runs.test(path))).toEqual([]);
    expect(paths).toEqual(
      expect.arrayContaining(['dist/cli.js', 'dist/worker.js', 'dist/eslint.js', 'dist/LICENSES.txt']),
    );
  });

  test('is no larger than the README says', () => {
    const [, download, disk] = /less than (\d+) MB to download and (\d+) MB on disk/.exec(readText('README.md')) ?? [];
    expect(packed.size).toBeLessThan(Number(download) * 1e6);
    expect(packed.unpackedSize).toBeLessThan(Number(disk) * 1e6);
    expect(packed.unpackedSize).toBeGreaterThan((Number(disk) - 2) * 1e6);
  });

  test('runs nothing when it is installed, and brings nothing', () => {
    const { scripts, dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = manifest;
    expect(Object.keys(scripts).filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([]);
    expect({ ...dependencies, ...optionalDependencies }).toEqual({});
    expect(Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true)).toEqual([]);
    expect(installation.err).toBe('');
    expect(installation.out).toMatch(/^\s*added 1 package in \S+\s*$/);
    expect(readdirSync(join(consumer, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['nostall']);
  });

  test('is packed without `prepare`; afterwards package.json is as before', () => {
    const source = join(folder, 'source');
    expect(Object.keys(JSON.parse(readText(join(installed, 'package.json'))).scripts)).not.toContain('prepare');
    execFileSync(process.execPath, [resolve('scripts/package/manifest.mjs'), 'restore'], { cwd: source });
    expect(readText(join(source, 'package.json'))).toBe(readText('package.json'));
    expect(readdirSync(source)).not.toContain('package.unpacked.json');
  });

  test('declares no more modules than its types reach', () => {
    const declared = packed.files.filter(({ path }) => path.endsWith('.d.ts'));
    expect(declared.length).toBeGreaterThan(5);
    expect(declared.length).toBeLessThan(30);
  });
});

describe('installed', () => {
  test.skipIf(process.platform === 'win32')('its command is executable', () => {
    expect(statSync(join(consumer, 'node_modules/.bin/nostall')).mode & 0o111).toBe(0o111);
  });

  test('every entry resolves', () => {
    const text = `
      const names = [];
      for (const name of ['nostall', 'nostall/eslint']) names.push(Object.keys(await import(name)).sort());
      const options = { with: { type: 'json' } };
      for (const name of ['nostall/package.json', 'nostall/schema/report.schema.json'])
        names.push(typeof (await import(name, options)).default);
      console.log(JSON.stringify(names));`;
    const out = execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', text], { cwd: consumer });
    expect(JSON.parse(String(out))).toEqual([
      ['configuration', 'formats', 'lint', 'openSession', 'version'],
      ['default'],
      'object',
      'object',
    ]);
  });

  test('it runs without HOME and with nothing but node on the PATH', () => {
    const bin = mkdirs(join(folder, 'bin'));
    symlinkSync(process.execPath, join(bin, 'node'));
    writeFileSync(join(mkdirs(join(folder, 'checkout')), 'a.py'), 'import time\n\nasync def f():\n    time.sleep(1)\n');
    const { status, stdout, stderr } = spawnSync(
      join(bin, 'node'),
      [join(installed, 'dist/cli.js'), 'check', '--format', 'sarif'],
      { cwd: join(folder, 'checkout'), env: { PATH: bin }, encoding: 'utf8' },
    );
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const [run] = JSON.parse(stdout).runs;
    expect(run.results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['no-blocking-io-in-async']);
    expect(run.invocations[0].executionSuccessful).toBe(true);
  });
});

describe.each(['nodenext', 'bundler'])('types, module resolution %s', (moduleResolution) => {
  const api = `
    import { configuration, formats, lint, type ReportOptions, type SourceFile } from 'nostall';
    const file: SourceFile = { path: 'a.py', absolute: '/a.py', read: () => 'import time' };
    const base = { cwd: '/', roots: ['/'], ruleIds: [], config: [], isolated: true };
    const config = configuration({ ...base, select: null, ignore: [], extendSelect: [] });
    const settingsOf = (path: string) => config.forFile(path).settings;
    const report = await lint({ files: [file], settingsOf, level: 'warning' });
    declare const options: ReportOptions;
    export const text: string = formats.sarif(report, options);
    export const lines: readonly number[] = report.findings.map(({ place }) => place.start.line);
  `;

  test('they need no other package, and are no `any`', () => {
    const project = mkdirs(join(consumer, moduleResolution));
    writeFileSync(join(project, 'right.ts'), api);
    writeFileSync(join(project, 'level.ts'), `${api} await lint({ files: [file], settingsOf, level: 'loud' });`);
    writeFileSync(join(project, 'field.ts'), `${api} export const none = report.nothing;`);
    const module = moduleResolution === 'bundler' ? 'esnext' : moduleResolution;
    const base = {
      module,
      moduleResolution,
      target: 'es2022',
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
    };
    const compilerOptions = { ...base, noEmit: true, skipLibCheck: false };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', '.'], { cwd: project, encoding: 'utf8' });
    const errors = stdout.split('\n').filter((line) => /error TS/.test(line));
    expect(errors.sort()).toEqual([
      expect.stringMatching(/^field\.ts\(.*'nothing' does not exist/),
      expect.stringMatching(/^level\.ts\(.*'"loud"' is not assignable/),
    ]);
  });
});

describe('from git', () => {
  test('what pre-commit installs is enough to build', () => {
    const clone = mkdirs(join(folder, 'clone'));
    const { manifest: bundler, lockfile: locked } = bundlerProject(lockfile);
    expect(Object.keys(locked.packages).length).toBeLessThan(40);
    for (const [name, version] of Object.entries(bundler.dependencies))
      expect(lockfile.packages[`node_modules/${name}`].version).toBe(version);
    for (const path of Object.keys(locked.packages).filter((path) => path !== '')) {
      // Bindings for other machines are not there.
      if (statSync(path, { throwIfNoEntry: false })) cpSync(path, join(clone, path), { recursive: true });
    }
    for (const path of ['package.json', 'rolldown.config.ts', 'scripts', 'src', 'rules'])
      cpSync(path, join(clone, path), { recursive: true });
    execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: clone });
    const out = execFileSync(process.execPath, ['dist/cli.js', '--version'], { cwd: clone, encoding: 'utf8' });
    expect(out).toContain(manifest.version);
  });

  test('a package that the lockfile does not name is an error', () => {
    const { 'node_modules/ignore': _, ...packages } = lockfile.packages;
    expect(() => bundlerProject({ ...lockfile, packages })).toThrow('package-lock.json has no ignore');
  });

  test.each<[string, Record<string, string>]>([
    ['npm ci in a checkout', { INIT_CWD: '.' }],
    ['npm ci in a folder of a checkout', { INIT_CWD: 'src' }],
  ])('%s builds nothing', (_, { INIT_CWD = '' }) => {
    const checkout = mkdtempSync(join(folder, 'checkout-'));
    cpSync('scripts', join(checkout, 'scripts'), { recursive: true });
    const env = { INIT_CWD: resolve(checkout, INIT_CWD) };
    const { status, stdout, stderr } = prepare(checkout, env);
    expect({ status, stdout, stderr, made: readdirSync(checkout) }).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
      made: ['scripts'],
    });
  });

  test('an install that is half there is named, not built upon', () => {
    const clone = mkdtempSync(join(folder, 'clone-'));
    cpSync('scripts', join(clone, 'scripts'), { recursive: true });
    mkdirSync(join(clone, 'node_modules'));
    const { status, stderr } = prepare(clone, { INIT_CWD: folder });
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'node_modules has no rolldown: run npm ci\n' });
  });
});

test('the hook is a command line that is understood', () => {
  const hooks = parse(readText('.pre-commit-hooks.yaml')) as Record<string, unknown>[];
  expect(hooks.length).toBeGreaterThan(0);
  for (const hook of hooks) {
    expect(hook).toMatchObject({ language: 'node', types_or: ['python', 'pyi'], require_serial: true });
    // pre-commit names files; what has changed is looked for everywhere.
    expect(parseCommandLine(String(hook.entry).split(' ').slice(1)).has('force-exclude')).toBe(
      hook.pass_filenames !== false,
    );
    const [command, ...args] = String(hook.entry).split(' ');
    expect(Object.keys(manifest.bin)).toContain(command);
    expect(parseCommandLine(args).command).toBe('check');
  }
});

function npm(args: readonly string[], cwd: string): { readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd, env: npmEnv, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return { out: stdout, err: stderr };
}

function prepare(cwd: string, env: Record<string, string>) {
  return spawnSync(process.execPath, ['scripts/prepare.mjs'], { cwd, env, encoding: 'utf8' });
}

function mkdirs(path: string): string {
  mkdirSync(path, { recursive: true });
  return path;
}
