import { expect, test } from 'vitest';
import { formats } from '../src/report/index.ts';
import { ruleInfos } from '../src/rule-info.ts';
import type { Finding, Report } from '../src/types.ts';
import { type Fixture, listFixtures } from './support/fixture.ts';
import { suppressAbove, suppressBehind } from './support/metamorphic/add-suppressions.ts';
import { compileErrors, interpreterMinor, neededMinor } from './support/metamorphic/compiled.ts';
import { crlf } from './support/metamorphic/crlf.ts';
import { aliasImports, importAsFrom, throughModules } from './support/metamorphic/realias-imports.ts';
import { renameLocals } from './support/metamorphic/rename-locals.ts';
import { reorderFunctions } from './support/metamorphic/reorder-functions.ts';
import { edited, type Rewriting } from './support/metamorphic/rewriting.ts';
import { report, reportTogether, said, shownAlone } from './support/metamorphic/runs.ts';
import { parseSource, type Source } from './support/metamorphic/source.ts';
import { stripAsync } from './support/metamorphic/strip-async.ts';

/** `mark` makes names that no other file has. */
type Rewrite = (source: Source, others: readonly Source[], mark: string) => Rewriting;

interface Transformation {
  readonly name: string;
  readonly rewrite: Rewrite;
  /** How many places it changes at the least: one that does nothing proves nothing. */
  readonly least: number;
  /** Fixtures and functions whose findings it does change, and what is wrong there. */
  readonly known: Readonly<Record<string, string>>;
}

const SAME: readonly Transformation[] = [
  { name: 'locals renamed', rewrite: (one, _, mark) => renameLocals(one, mark), least: 1500, known: {} },
  { name: '`import x.y as z` to `from x import y as z`', rewrite: importAsFrom, least: 5, known: {} },
  {
    name: 'imports under other names',
    rewrite: (one, others, mark) => aliasImports(one, mark, others),
    least: 1500,
    known: {},
  },
  {
    name: '`from x import y` to `import x`',
    rewrite: (one, others, mark) => throughModules(one, mark, others),
    least: 300,
    known: {},
  },
  { name: 'functions in another order', rewrite: reorderFunctions, least: 1200, known: {} },
];

/** Code that the loop runs although nothing in it is `async`. */
const CALLBACK_ROOTS: Readonly<Record<string, string>> = {
  'cpu-bound-needs-thread/callbacks.py': 'plain functions are handed to the loop and to a future of asyncio',
  'no-blocking-io-in-async/callbacks_handed_over_by_sync_code.py': 'plain code hands callbacks to a loop it made',
  'no-blocking-io-in-async/callbacks_of_futures.py': 'done callbacks of futures of asyncio',
  'no-blocking-io-in-async/callbacks_of_io.py': 'readers, signal handlers and callbacks of servers',
  'no-blocking-io-in-async/callbacks_of_the_loop.py': '`call_soon` and its kin',
  'no-blocking-io-in-async/modules_stated': 'a function that is said to block is handed to the loop',
  'no-blocking-io-in-async/modules_template_methods': 'a method is handed to `call_soon`',
  'no-blocking-io-in-async/protocols.py': 'the loop calls the methods of a protocol',
  'no-blocking-io-in-async/roots_aiohttp.py': 'aiohttp calls plain handlers',
  'no-blocking-io-in-async/roots_aiokafka.py': 'aiokafka calls listeners and serializers',
  'no-blocking-io-in-async/roots_bleak.py': 'Bleak calls callbacks',
  'no-blocking-io-in-async/roots_chainlit.py': 'Chainlit calls plain hooks',
  'no-blocking-io-in-async/roots_decorated.py': 'decorators of frameworks hand plain functions to the loop',
  'no-blocking-io-in-async/roots_discord.py': 'discord.py calls checks and prefixes',
  'no-blocking-io-in-async/roots_home_assistant.py': 'Home Assistant calls what is marked or named so',
  'no-blocking-io-in-async/roots_jupyter_server.py': 'Tornado calls the methods of a handler',
  'no-blocking-io-in-async/roots_litestar.py': 'Litestar calls plain handlers, dependencies and hooks',
  'no-blocking-io-in-async/roots_nicegui.py': 'NiceGUI calls pages, handlers and timers',
  'no-blocking-io-in-async/roots_reflex.py': 'Reflex calls plain event handlers',
  'no-blocking-io-in-async/roots_sanic.py': 'Sanic calls plain handlers and middleware',
  'no-blocking-io-in-async/roots_socketio.py': 'python-socketio calls plain handlers',
  'no-blocking-io-in-async/roots_telegram.py': 'python-telegram-bot calls filters',
  'no-blocking-io-in-async/roots_tornado.py': 'Tornado calls the methods of a handler',
  'no-blocking-io-in-async/roots_websockets.py': 'websockets calls a plain `process_request`',
  'no-blocking-io-in-async/starlette_startup.py': 'Starlette runs `on_startup` handlers on the loop',
};

const MAIN_RULES: ReadonlySet<string> = new Set([
  'no-blocking-io-in-async',
  'cpu-bound-needs-thread',
  'prefer-gather-over-sequential-await',
]);

const STRIPPED: Rewrite = (source) => edited(source.text, stripAsync(source));
const WITH_CRLF: Rewrite = (source) => edited(source.text, crlf(source));
const SUPPRESSED_ABOVE: Rewrite = (source) => edited(source.text, suppressAbove(source, mainFindings(source)));
const SUPPRESSED_BEHIND: Rewrite = (source) => edited(source.text, suppressBehind(source, mainFindings(source)));
const OTHERS = [STRIPPED, WITH_CRLF, SUPPRESSED_ABOVE, SUPPRESSED_BEHIND];

const ruleIds = ruleInfos.map(({ id }) => id);
const fixtures = listFixtures('fixtures', ruleIds);
const sources = new Map(fixtures.map((one) => [one, one.files.map((file) => parseSource(file.path, file.read()))]));
const fixtureOf = new Map([...sources].flatMap(([fixture, all]) => all.map((source) => [source, fixture] as const)));
const originals = new Map<Fixture, Report>();
for (const fixture of fixtures) originals.set(fixture, await report(fixture));

const rewritings = new Map<Rewrite, Map<Fixture, ReadonlyMap<string, Rewriting>>>();

test.each(SAME)('$name: the same findings', async ({ rewrite, least, known }) => {
  expectActive(rewrite, least);
  const differing = new Set<string>();
  const unexpected: string[] = [];
  for (const fixture of fixtures) {
    const texts = rewritten(fixture, rewrite);
    const { findings, problems } = await report(fixture, texts);
    expect(problems).toEqual([]);
    const [before, after] = [said(originals.get(fixture)!.findings), said(findings, texts)];
    expect(before.length, fixture.name).toBe(new Set(before).size);
    expect(after.length, fixture.name).toBe(new Set(after).size);
    for (const one of [...difference(before, after), ...difference(after, before)]) {
      const key = `${fixture.name} ${one.slice(0, one.indexOf(' at '))}`;
      differing.add(key);
      if (!(key in known)) unexpected.push(`${before.includes(one) ? 'lost' : 'new'}: ${one}`);
    }
  }
  expect(unexpected).toEqual([]);
  expect([...differing].sort()).toEqual(Object.keys(known).sort());
});

test('CRLF: the same findings, with the same text, place and fingerprint', async () => {
  expectActive(WITH_CRLF, 8000);
  for (const fixture of fixtures) {
    const { findings, suppressed } = await report(fixture, rewritten(fixture, WITH_CRLF));
    const original = originals.get(fixture)!;
    expect([findings, suppressed]).toEqual([original.findings, original.suppressed]);
  }
});

test('functions in another order: the same fingerprints', async () => {
  const prints = (findings: readonly Finding[]) => findings.map(({ fingerprint }) => fingerprint).sort();
  for (const fixture of fixtures) {
    const { findings } = await report(fixture, rewritten(fixture, reorderFunctions));
    expect(prints(findings), fixture.name).toEqual(prints(originals.get(fixture)!.findings));
  }
});

test('without async and await: silent, but for what the loop calls', async () => {
  expectActive(STRIPPED, 1800);
  const loud: string[] = [];
  for (const fixture of fixtures) {
    const { findings } = await report(fixture, rewritten(fixture, STRIPPED));
    if (findings.some(isMain)) loud.push(fixture.name);
  }
  expect(loud.sort()).toEqual(Object.keys(CALLBACK_ROOTS).sort());
});

test.each([
  ['above', SUPPRESSED_ABOVE],
  ['behind', SUPPRESSED_BEHIND],
])('a suppression %s every finding: silent, and each is of use', async (_, rewrite) => {
  expectActive(rewrite, 600);
  for (const [fixture, original] of originals) {
    const texts = rewritten(fixture, rewrite);
    const { findings, suppressed } = await report(fixture, texts);
    expect(said(findings, texts)).toEqual(said(original.findings.filter((one) => !isMain(one))));
    const known = said([...original.findings, ...original.suppressed]);
    expect(difference(said(suppressed, texts), known)).toEqual([]);
  }
});

test('all fixtures in one run, and again in other orders: what each gives alone, in the same bytes', async () => {
  const files = fixtures.flatMap((fixture) => fixture.files);
  const end = (path: string) => [...path].reverse().join('');
  const byEnd = files.toSorted((a, b) => (end(a.absolute) < end(b.absolute) ? -1 : 1));
  const first = await reportTogether(fixtures, files);
  const alone = [...originals.values()].map(({ findings, suppressed }) => said([...findings, ...suppressed]));
  expect(said([...first.findings, ...first.suppressed], shownAlone(fixtures))).toEqual(alone.flat().sort());

  const options = { colour: false, width: 80, statistics: false, sarifCategory: null, includeSuppressed: true };
  for (const order of [files.toReversed(), byEnd]) {
    const again = await reportTogether(fixtures, order);
    for (const format of [formats.json, formats.sarif]) {
      expect(firstDifference(format(again, options), format(first, options))).toBeNull();
    }
  }
});

test('rewritten fixtures have no syntax errors that the fixtures do not have', () => {
  for (const rewrite of [...SAME.map((one) => one.rewrite), ...OTHERS]) {
    for (const [source, { text }] of everyRewriting(rewrite)) {
      expect(parseSource(source.path, text).faults, source.path).toBe(source.faults);
    }
  }
});

test('an interpreter compiles the rewritten fixtures', (context) => {
  const texts = [...SAME.map((one) => one.rewrite), ...OTHERS].flatMap((rewrite) => {
    const whole = everyRewriting(rewrite).filter(([{ faults }]) => faults === 0);
    return whole.map(([{ path }, { text }]) => ({ path, text }));
  });
  const minor = interpreterMinor();
  if (minor === null) context.skip(`no python3: ${texts.length} texts not compiled`);
  const compiled = texts.filter(({ path }) => neededMinor(path) <= minor!);
  console.log(`compiled ${compiled.length} texts, left out ${texts.length - compiled.length} for a newer Python`);
  expect(compiled.length).toBeGreaterThan(fixtures.length);
  expect(compileErrors(compiled)).toEqual([]);
});

function isMain({ rule }: Finding): boolean {
  return MAIN_RULES.has(rule);
}

function mainFindings(source: Source): Finding[] {
  const { findings } = originals.get(fixtureOf.get(source)!)!;
  return findings.filter((one) => isMain(one) && one.place.path === source.path);
}

/** By the paths that findings show. */
function rewritten(fixture: Fixture, rewrite: Rewrite): ReadonlyMap<string, Rewriting> {
  const known = rewritings.get(rewrite) ?? new Map<Fixture, ReadonlyMap<string, Rewriting>>();
  rewritings.set(rewrite, known);
  let found = known.get(fixture);
  if (found === undefined) {
    const all = sources.get(fixture)!;
    const others = (source: Source) => all.filter((other) => other !== source);
    found = new Map(all.map((source, i) => [source.path, rewrite(source, others(source), `zq${i}x`)]));
    known.set(fixture, found);
  }
  return found;
}

/** Those that change something. */
function everyRewriting(rewrite: Rewrite): [Source, Rewriting][] {
  const all = [...fixtureOf].map(([source, fixture]): [Source, Rewriting] => {
    return [source, rewritten(fixture, rewrite).get(source.path)!];
  });
  return all.filter(([, { changes }]) => changes > 0);
}

function expectActive(rewrite: Rewrite, least: number): void {
  const places = everyRewriting(rewrite).reduce((sum, [, { changes }]) => sum + changes, 0);
  expect(places).toBeGreaterThanOrEqual(least);
}

function difference(left: readonly string[], right: readonly string[]): string[] {
  return left.filter((one) => !right.includes(one));
}

function firstDifference(left: string, right: string): string | null {
  if (left === right) return null;
  let at = 0;
  while (left[at] === right[at]) at++;
  return `${left.slice(at - 200, at + 80)} <> ${right.slice(at, at + 80)}`;
}
