import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Region, Result } from 'sarif';
import { afterAll, describe, expect, test } from 'vitest';
import { formats, type ReportOptions } from '../src/report/index.ts';
import { ruleInfos } from '../src/rule-info.ts';
import type { Finding, Report } from '../src/types.ts';
import { plain, report, Sample, samples } from './report-samples.ts';
import { demoReport } from './support/demo.ts';
import { oddReport } from './support/odd-texts.ts';
import { runOf } from './support/sarif.ts';

const multitool = 'node_modules/@microsoft/sarif-multitool-linux';
const withSuppressed: ReportOptions = { ...plain, includeSuppressed: true, sarifCategory: 'backend' };
const line = new Sample('a.py', 'call(1)\n');
const outside = ['/abs/a b.py', 'C:/src/a.py', '../up/a.py', '<stdin>', 'a:b/c.py'];

const cases: Readonly<Record<string, { report: Report; options: ReportOptions }>> = {
  ...Object.fromEntries(Object.entries(samples).map(([name, sample]) => [name, { report: sample, options: plain }])),
  suppressed: { report: samples.rich, options: withSuppressed },
  demo: { report: await demoReport('note'), options: plain },
  oddTexts: { report: oddReport, options: plain },
  outside: {
    report: report({ findings: outside.map((path) => pathFinding(path)) }),
    options: plain,
  },
};

describe('the schema of the standard', () => {
  const path = join(multitool, 'sarif-2.1.0.json');
  test.skipIf(!existsSync(path)).each(Object.entries(cases))('accepts %s', (_, { report, options }) => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')));
    validate(JSON.parse(formats.sarif(report, options)));
    expect(validate.errors).toBeNull();
  });
});

describe("Microsoft's multitool", () => {
  const folder = mkdtempSync(join(tmpdir(), 'nostall-sarif-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('has no error or warning by the rules of SARIF and GitHub', { timeout: 60_000 }, (context) => {
    const run = runnableMultitool(folder);
    if (!run) {
      console.log('skipped: the multitool binary cannot run here');
      context.skip();
      return;
    }
    const files = Object.entries(cases).map(([name, { report, options }]) => {
      const file = join(folder, `${name}.sarif`);
      writeFileSync(file, formats.sarif(report, options));
      return file;
    });
    const bad = join(folder, 'bad.sarif');
    writeFileSync(bad, formats.sarif(samples.rich, plain).replaceAll('"help":', '"unknown":'));
    const blamed = run([...files, bad]).map((result) => result.locations?.[0]?.physicalLocation?.artifactLocation?.uri);
    // The broken one shows that the rules ran at all.
    expect([...new Set(blamed)]).toEqual([pathToFileURL(bad).href]);
  });
});

describe.each(Object.entries(cases))('what neither checks: %s', (_, { report, options }) => {
  const output = formats.sarif(report, options);
  const run = runOf(output);
  const results = run.results ?? [];
  const descriptors = run.tool.driver.rules ?? [];

  test('is minified, small enough, and successful', () => {
    expect(output.indexOf('\n')).toBe(output.length - 1);
    expect(gzipSync(output).length).toBeLessThan(10 * 1024 * 1024);
    expect(run.invocations?.map((invocation) => invocation.executionSuccessful)).toEqual([true]);
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.results).toBeDefined();
  });

  test('every rule is listed with what GitHub shows', () => {
    expect(descriptors.map((rule) => rule.id)).toEqual(report.rules.map((rule) => rule.id));
    for (const rule of descriptors) {
      const tags = rule.properties?.tags ?? [];
      expect(new Set(tags).size).toBe(tags.length);
      expect(tags.length).toBeLessThanOrEqual(10);
      for (const text of [rule.shortDescription?.text, rule.fullDescription?.text]) expect(text).toMatch(/^.{1,1024}$/);
      expect(rule.name).toMatch(/^([A-Z][a-z0-9]*){1,255}$/);
      expect(rule.help?.text).toBeTruthy();
      expect(rule.help?.markdown).toBeTruthy();
      expect(rule.helpUri).toBeTruthy();
      expect(['very-high', 'high', 'medium', 'low']).toContain(rule.properties?.precision);
      expect(['error', 'warning', 'recommendation']).toContain(rule.properties?.['problem.severity']);
      expect(rule.properties).not.toHaveProperty('security-severity');
    }
  });

  test('every result is complete', () => {
    const kept: readonly Finding[] = [...report.findings, ...(options.includeSuppressed ? report.suppressed : [])];
    expect(results).toHaveLength(kept.length);
    for (const [index, result] of results.entries()) {
      const finding = kept[index] as Finding;
      expect(descriptors[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
      expect(result.level).toBe(finding.level);
      const told = result.message.text?.toLowerCase();
      for (const fact of [finding.message, finding.why, finding.advice]) expect(told).toContain(fact.toLowerCase());
      expect(result.partialFingerprints).toEqual({
        primaryLocationLineHash: finding.lineHash,
        'nostall/v1': finding.fingerprint,
      });
      expect(result.locations).toHaveLength(1);
      for (const region of regionsOf(result)) {
        expect(region).toMatchObject({
          startLine: expect.any(Number),
          startColumn: expect.any(Number),
          endLine: expect.any(Number),
          endColumn: expect.any(Number),
        });
      }
      const links = [...(result.message.text ?? '').matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map((match) => match[1]);
      expect(links).toEqual((result.relatedLocations ?? []).map((location) => String(location.id)));
    }
  });
});

describe('sarif', () => {
  test('a chain is a code flow and related locations, and each step is told', () => {
    const chained = runOf(formats.sarif(samples.rich, plain)).results?.[1];
    const flow = chained?.codeFlows?.[0]?.threadFlows[0]?.locations ?? [];
    expect(flow.map(({ location }) => location?.physicalLocation?.region?.startLine)).toEqual([3, 3, 6]);
    expect(flow.map(({ location }) => location?.physicalLocation?.artifactLocation?.uri)).toEqual([
      'app/api.py',
      'app/db.py',
      'app/db.py',
    ]);
    expect(flow[2]?.location?.message?.text).toBe(
      '`write_row` calls `handlers[name\\](row)`; `sqlite3.Cursor.execute`: waits for the database',
    );
    expect(chained?.message.text).toContain(
      '[`write_row` calls `handlers\\[name\\](row)`](3), then `sqlite3.Cursor.execute`',
    );
    expect(chained?.relatedLocations?.map((location) => location.id)).toEqual([1, 2, 3, 4]);
    expect(chained?.properties).toEqual({ kind: 'db', cost: 'unbounded' });
  });

  test('a chain whose first step is not the call starts at the call', () => {
    const step = new Sample('b.py', 'time.sleep(1)').step(1, 'time.sleep(1)', 'time.sleep', 'stops the loop');
    const finding = line.finding(line.place(1, 'call(1)'), { chain: [step] });
    const [result] = runOf(formats.sarif(report({ findings: [finding] }), plain)).results ?? [];
    const uris = result?.codeFlows?.[0]?.threadFlows[0]?.locations.map(
      ({ location }) => location?.physicalLocation?.artifactLocation?.uri,
    );
    expect(uris).toEqual(['a.py', 'b.py']);
  });

  test('a chain of library functions alone has no code flow, but stands in the message', () => {
    const finding = line.finding(line.place(1, 'call(1)'), {
      chain: [{ place: null, name: 'time.sleep', text: 'stops the loop', source: '' }],
    });
    const [result] = runOf(formats.sarif(report({ findings: [finding] }), plain)).results ?? [];
    expect(result).not.toHaveProperty('codeFlows');
    expect(result).not.toHaveProperty('relatedLocations');
    expect(result?.message.text).toContain('Chain: `time.sleep`: stops the loop.');
  });

  test('snippets hold exactly the span, over lines and after emoji', () => {
    const [after, several] = runOf(formats.sarif(samples.odd, plain)).results ?? [];
    const snippet = (result?: Result) => result?.locations?.[0]?.physicalLocation?.region?.snippet?.text;
    expect(snippet(after)).toBe('time.sleep(1)');
    expect(snippet(several)).toBe('subprocess.run(\n\t\t["ls"],\n\t)');
  });

  test.each([
    ['src/ä b#c%d/日本.py', 'src/%C3%A4%20b%23c%25d/%E6%97%A5%E6%9C%AC.py', '%SRCROOT%'],
    ['a:b/c.py', 'a%3Ab/c.py', '%SRCROOT%'],
    ['<stdin>', '%3Cstdin%3E', '%SRCROOT%'],
    ['x\ud800.py', 'x%EF%BF%BD.py', '%SRCROOT%'],
    ['/abs/a b.py', 'file:///abs/a%20b.py', undefined],
    ['C:/src/a.py', 'file:///C:/src/a.py', undefined],
  ])('the path %s becomes %s', (path, uri, uriBaseId) => {
    const [result] = runOf(formats.sarif(report({ findings: [pathFinding(path)] }), plain)).results ?? [];
    const location = result?.locations?.[0]?.physicalLocation?.artifactLocation;
    expect([location?.uri, location?.uriBaseId]).toEqual([uri, uriBaseId]);
  });

  test('suppressed findings and a category only when asked for', () => {
    const without = runOf(formats.sarif(samples.rich, plain));
    expect(without).not.toHaveProperty('automationDetails');
    expect(without.results?.every((result) => !('suppressions' in result))).toBe(true);
    const run = runOf(formats.sarif(samples.rich, withSuppressed));
    expect(run.automationDetails?.id).toBe('backend/');
    expect(run.results?.map((result) => result.suppressions?.length)).toEqual([0, 0, 0, 0, 0, 0, 1]);
    expect(run.results?.at(-1)?.suppressions?.[0]).toMatchObject({ kind: 'inSource', justification: 'a test double' });
  });

  test('problems are notifications', () => {
    const notifications = runOf(formats.sarif(samples.problems, plain)).invocations?.[0]?.toolExecutionNotifications;
    expect(notifications?.map((notification) => notification.message.text)).toEqual(
      samples.problems.problems.map((problem) => problem.message),
    );
    expect(notifications?.map((notification) => notification.locations?.length ?? 0)).toEqual([1, 1, 0]);
  });

  test('a fix is a change of its file', () => {
    const [first, far, last] = runOf(formats.sarif(samples.fixes, plain)).results ?? [];
    expect(first?.fixes).toEqual([
      {
        description: { text: 'Move it to a thread.' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'app/%C3%A9.py', uriBaseId: '%SRCROOT%' },
            replacements: [
              {
                deletedRegion: { startLine: 2, startColumn: 19, endLine: 2, endColumn: 19 },
                insertedContent: { text: 'await asyncio.to_thread(lambda: ' },
              },
              {
                deletedRegion: { startLine: 3, startColumn: 16, endLine: 3, endColumn: 16 },
                insertedContent: { text: ')  # ✓\n' },
              },
            ],
          },
        ],
      },
    ]);
    const [, second] = far?.fixes?.[0]?.artifactChanges[0]?.replacements ?? [];
    expect(second?.deletedRegion).toEqual({ startLine: 4, startColumn: 5, endLine: 4, endColumn: 14 });
    expect(last?.fixes?.[0]?.artifactChanges[0]?.replacements).toEqual([
      {
        deletedRegion: { startLine: 4, startColumn: 1, endLine: 5, endColumn: 1 },
        insertedContent: { text: '' },
      },
    ]);
    for (const result of runOf(formats.sarif(samples.odd, plain)).results ?? [])
      expect(result).not.toHaveProperty('fixes');
  });

  test('a run of one shard says which', () => {
    expect(runOf(formats.sarif(samples.fixes, plain)).properties).toEqual({ shard: '2/5' });
    expect(runOf(formats.sarif(samples.rich, plain))).not.toHaveProperty('properties');
  });

  test('the long description is the first prose of the page, as plain text', () => {
    const [rule] = runOf(formats.sarif(samples.clean, plain)).tool.driver.rules ?? [];
    expect(rule?.fullDescription?.text).toBe(
      "Finds calls that keep the event loop's thread waiting, also through helpers.",
    );
  });

  test('the long description of every rule ends with a sentence', () => {
    const { rules = [] } = runOf(formats.sarif({ ...samples.clean, rules: ruleInfos }, plain)).tool.driver;
    expect(rules.map(({ fullDescription }) => fullDescription?.text.at(-1))).toEqual(ruleInfos.map(() => '.'));
  });
});

function pathFinding(path: string): Finding {
  const sample = new Sample(path, 'call(1)\n');
  return sample.finding(sample.place(1, 'call(1)'));
}

function regionsOf(result: Result): (Region | undefined)[] {
  const flows = (result.codeFlows ?? []).flatMap((flow) => flow.threadFlows.flatMap((thread) => thread.locations));
  const locations = [
    ...(result.locations ?? []),
    ...(result.relatedLocations ?? []),
    ...flows.map((flow) => flow.location),
  ];
  return locations.map((location) => location?.physicalLocation?.region);
}

/** The verdict is in the report that it writes: its exit code is 0 either way. */
function runnableMultitool(folder: string): ((files: readonly string[]) => readonly Result[]) | null {
  const source = join(multitool, 'Sarif.Multitool');
  if (!existsSync(source)) return null;
  // Package managers that block install scripts leave it without its executable bit.
  const binary = join(folder, 'multitool');
  copyFileSync(source, binary);
  chmodSync(binary, 0o700);
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
  if (spawnSync(binary, ['--version'], { env }).status !== 0) return null;
  return (files) => {
    const verdict = join(folder, 'verdict.json');
    const options = [
      '--rule-kind',
      'Sarif;Ghas',
      '--level',
      'Error;Warning',
      '--log',
      'ForceOverwrite',
      '--quiet',
      'true',
    ];
    spawnSync(binary, ['validate', ...files, ...options, '-o', verdict], { env });
    return runOf(readFileSync(verdict, 'utf8').replace(/^\uFEFF/, '')).results ?? [];
  };
}
