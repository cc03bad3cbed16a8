import { expect, test } from 'vitest';
import { demoReport } from './support/demo.ts';

const report = await demoReport('warning');
const told = report.findings.map(({ place, rule, level }) => `${place.path}:${place.start.line} ${level} ${rule}`);

/** Each defect of the mission, once; what stands beside it done right is silent. */
test('the demo holds each defect, and only those are reported', () => {
  expect(report.problems).toEqual([]);
  expect(told).toEqual([
    'fixtures/demo/app/db.py:43 error no-blocking-io-in-async',
    'fixtures/demo/app/db.py:46 error no-blocking-io-in-async',
    'fixtures/demo/app/main.py:49 error no-blocking-io-in-async',
    'fixtures/demo/app/main.py:60 error no-blocking-io-in-async',
    'fixtures/demo/app/main.py:72 warning no-blocking-io-in-async',
    'fixtures/demo/app/main.py:90 warning cpu-bound-needs-thread',
    'fixtures/demo/app/main.py:99 warning cpu-bound-needs-thread',
    'fixtures/demo/app/pricing.py:11 warning prefer-gather-over-sequential-await',
    'fixtures/demo/app/reports.py:24 error no-blocking-io-in-async',
    'fixtures/demo/app/suppliers.py:24 error no-blocking-io-in-async',
  ]);
});

test.each([
  ['fixtures/demo/app/main.py', 60, /`httpx\.AsyncClient\.get`/],
  ['fixtures/demo/app/main.py', 99, /to_thread/],
  ['fixtures/demo/app/pricing.py', 11, /asyncio\.(?:TaskGroup|gather)/],
])('%s:%i is told what to do', (path, line, advice) => {
  const finding = report.findings.find(({ place }) => place.path === path && place.start.line === line);
  expect(finding?.advice).toMatch(advice);
});

test('the three fetches say what overlapping is worth', () => {
  const finding = report.findings.find(({ rule }) => rule === 'prefer-gather-over-sequential-await');
  expect(finding).toMatchObject({ certainty: 'proven', why: 'they take the time of the sum, not of the slowest' });
  expect(finding?.message).toMatch(/^3 awaits/);
  expect(finding?.related.map(({ place }) => place?.start.line)).toEqual([12, 13]);
});

test('the chain of two calls is shown step by step', () => {
  const finding = report.findings.find(({ place }) => place.path.endsWith('reports.py'));
  expect(finding?.chain.map(({ place, name }) => [place?.start.line, name])).toEqual([
    [24, 'render_invoice'],
    [12, 'html_to_pdf'],
    [16, 'subprocess.run'],
  ]);
});
