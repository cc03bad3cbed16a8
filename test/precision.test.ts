import { describe, expect, test } from 'vitest';
import { excerpt } from '../scripts/ecosystem/excerpt.mjs';
import { precisionTable, wilson } from '../scripts/ecosystem/precision-table.mjs';
import { loadProjects, type Project } from '../scripts/ecosystem/projects.mjs';
import { capFor, sample } from '../scripts/ecosystem/sample.mjs';
import {
  drawOf,
  faults,
  formatTable,
  merge,
  parseTable,
  type Row,
  SHEET,
  VERDICTS,
} from '../scripts/ecosystem/verdicts.mjs';
import { pathKind, readText } from '../src/files.ts';
import { BLOCKING, finding, project } from './support/ecosystem-samples.ts';

const GATHER = 'prefer-gather-over-sequential-await';
const COMMENT = `# rule=${BLOCKING} date=2030-01-02 seed=7`;

describe('a sample', () => {
  const population = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].flatMap((name) =>
    Array.from({ length: name === 'a' ? 200 : 12 }, (_, i) => ({
      project: project(name),
      finding: finding(`${name}${i}.py`, i + 1),
    })),
  );
  const draw = (seed: string, from = population) => sample(from, { count: 30, seed, cap: capFor(30) });

  test('is the same for the same seed, whatever the order of the population', () => {
    expect(draw('7', [...population].reverse())).toEqual(draw('7'));
    expect(draw('8')).not.toEqual(draw('7'));
  });

  test('keeps what it drew when a finding that was not drawn goes away', () => {
    const drawn = new Set(draw('7'));
    const spare = population.find((candidate) => !drawn.has(candidate));
    expect(
      draw(
        '7',
        population.filter((candidate) => candidate !== spare),
      ),
    ).toEqual(draw('7'));
  });

  test('takes at most a sixth from one project', () => {
    const drawn = draw('7');
    const names = drawn.map((candidate) => candidate.project.name);
    const counts = [...new Set(names)].map((name) => names.filter((other) => other === name).length);
    expect(drawn).toHaveLength(30);
    expect(new Set(drawn).size).toBe(30);
    expect(counts.length).toBeGreaterThanOrEqual(6);
    expect(Math.max(...counts)).toBe(5);
  });

  test('is all there is when there is too little', () => {
    const few = population.filter((candidate) => candidate.project.name === 'b').slice(0, 3);
    expect(new Set(draw('7', few))).toEqual(new Set(few));
  });

  test.each([
    [60, undefined, 10],
    [61, undefined, 11],
    [60, 4, 4],
    [60, 30, 30],
  ])('of %i, when %s from each is asked for, has a cap of %i', (count, asked, cap) => {
    expect(capFor(count, asked)).toBe(cap);
  });
});

describe('the code around a finding', () => {
  const code = [
    'import x',
    '',
    '@route',
    'async def f(',
    '    a,',
    '):',
    '    x.get()',
    '',
    '    return a',
    '',
    'def g():',
    '    pass',
  ];

  test('is its function with the decorator', () => {
    expect(excerpt(code.join('\n'), { start: 7, end: 7 }, 'C.f')).toBe(
      [
        '  3  @route',
        '  4  async def f(',
        '  5      a,',
        '  6  ):',
        '> 7      x.get()',
        '  8',
        '  9      return a',
      ].join('\n'),
    );
  });

  test('is what stands near at top level', () => {
    expect(excerpt('a\nb\nc', { start: 2, end: 2 }, '<module>')).toBe('  1  a\n> 2  b\n  3  c');
  });

  test('is the start and the neighbourhood in a long function', () => {
    const long = ['async def f():', ...Array.from({ length: 300 }, (_, i) => `    call_${i}()`)].join('\n');
    const shown = excerpt(long, { start: 200, end: 201 }, 'f').split('\n');
    expect(shown[0]).toBe('    1  async def f():');
    expect(shown.filter((line) => line.startsWith('>'))).toEqual(['> 200      call_198()', '> 201      call_199()']);
    expect(shown.length).toBeLessThanOrEqual(61);
    expect(shown[8]).toBe('  ...');
  });
});

describe('two judges', () => {
  const sheet = (...rows: Row[]) => ({ comments: [COMMENT], rows });

  test('are merged, and where they differ nothing is agreed', () => {
    const first = sheet(row('B01', { verdict: 'true' }), row('B02', { verdict: 'false', cause: 'in a thread' }));
    const second = sheet(row('B02', { verdict: 'true' }), row('B01', { verdict: 'true' }));
    const { table, disagreements } = merge(first, second);
    expect(table).toEqual({
      comments: [COMMENT],
      rows: [
        row('B01', { verdict1: 'true', verdict2: 'true', verdict: 'true' }),
        row('B02', { verdict1: 'false', verdict2: 'true', verdict: '', cause: 'in a thread' }),
      ],
    });
    expect(disagreements.map(({ id }) => id)).toEqual(['B02']);
  });

  test.each<[string, Row[], Row[]]>([
    ['B02: only the first judge has it', [row('B02', { verdict: 'true' })], []],
    ['B03: only the second judge has it', [], [row('B03', { verdict: 'true' })]],
    [
      'B01: "" is not one of true, true-startup, false',
      [row('B01', { verdict: '' })],
      [row('B01', { verdict: 'true' })],
    ],
    ['B01: not the same finding', [row('B01', { verdict: 'true' })], [row('B01', { verdict: 'true', path: 'z.py' })]],
    ['G1: "true-startup" is not one of true, false', [startupGather()], [startupGather()]],
  ])('%s', (message, first, second) => {
    expect(() => merge(sheet(...first), sheet(...second))).toThrow(message);
  });
});

describe('a table of verdicts', () => {
  test('reads what it writes', () => {
    const table = {
      comments: [COMMENT],
      rows: [row('B01', { verdict: 'true' }), row('B02', { verdict: '', line: '7' })],
    };
    expect(parseTable(formatTable(table, SHEET), 'a.tsv', SHEET)).toEqual(table);
  });

  test.each([
    ['a.tsv:2: the columns must be id, project', `${COMMENT}\nid\tname\n`],
    ['a.tsv:2: 1 cells, not 2', 'id\tproject\nB01\n'],
  ])('says %s', (message, text) => {
    expect(() => parseTable(text, 'a.tsv', ['id', 'project'])).toThrow(message);
  });

  test('knows how each rule was drawn', () => {
    expect(drawOf([COMMENT], BLOCKING)).toEqual({ rule: BLOCKING, date: '2030-01-02', seed: '7' });
    expect(drawOf([COMMENT], GATHER)).toBeNull();
  });

  const judged = { verdict1: 'true', verdict2: 'true', verdict: 'true' };
  test.each<[string, Row, string[]]>([
    ['nothing', row('B01', judged), []],
    ['an unknown project', row('B01', { ...judged, project: 'z' }), ['B01: no project z']],
    ['a development project', row('B01', { ...judged, project: 'dev' }), ['B01: dev is a development project']],
    ['another commit', row('B01', { ...judged, commit: 'b'.repeat(40) }), ['B01: not the commit of a']],
    ['an unknown word', row('B01', { ...judged, verdict2: 'maybe' }), ['B01: verdict2 "maybe"']],
    ['no agreement', row('B01', { ...judged, verdict: '' }), ['B01: verdict ""']],
    [
      'a cause of a true one',
      row('B01', { ...judged, cause: 'c' }),
      ['B01: a cause belongs to false, and only to false'],
    ],
    ['no cause', row('B01', { ...judged, verdict: 'false' }), ['B01: a cause belongs to false, and only to false']],
    ['an unknown draw', row('G01', { ...judged, rule: GATHER }), [`G01: no comment tells how ${GATHER} was drawn`]],
  ])('is at fault for %s', (_, entry, expected) => {
    const projects: Project[] = [project('a'), { ...project('dev'), role: 'development' }];
    expect(faults({ comments: [COMMENT], rows: [entry] }, projects)).toEqual(expected);
  });
});

describe('precision', () => {
  const words = [...Array(17).fill('true'), 'true-startup', 'false', 'false'];
  const rows = words.map((verdict, i) =>
    row(`B${i}`, { verdict, verdict1: verdict, verdict2: i === 0 ? 'false' : verdict, project: i < 5 ? 'b' : 'a' }),
  );

  test('is a row for each rule', () => {
    expect(
      precisionTable({ comments: [COMMENT], rows })
        .split('\n')
        .slice(2),
    ).toEqual([`| \`${BLOCKING}\` | 20 | 18 (1 at start-up) | 2 | 90.0% (69.9 to 97.2) | 2 | 1 | 2030-01-02 |`]);
  });

  test('needs agreed verdicts', () => {
    const open = [...rows, row('B99', { verdict1: 'true', verdict2: 'false', verdict: '' })];
    expect(() => precisionTable({ comments: [], rows: open })).toThrow(
      `${BLOCKING}: 1 findings have no agreed verdict`,
    );
  });

  // Wilson's interval for p = h/n at 95 percent, worked out by hand: 0 of n ends at z²/(n + z²).
  test.each([
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [5, 10, 0.2366, 0.7634],
    [57, 60, 0.863, 0.9829],
  ])('of %i in %i lies between %f and %f', (hits, total, low, high) => {
    const [from, to] = wilson(hits, total);
    expect(from).toBeCloseTo(low, 4);
    expect(to).toBeCloseTo(high, 4);
  });
});

describe.skipIf(pathKind('ecosystem') === null)('the committed verdicts have no fault', () => {
  test.each(['ecosystem/verdicts.tsv', 'ecosystem/verdicts-chains.tsv'])('%s', (file) => {
    const table = parseTable(readText(file), file, VERDICTS);
    expect(table.rows.length).toBeGreaterThan(0);
    expect(faults(table, loadProjects())).toEqual([]);
  });
});

function row(id: string, cells: Row): Row {
  const place = { project: 'a', commit: 'a'.repeat(40), path: 'a.py', line: '1', rule: BLOCKING, level: 'error' };
  return { id, ...place, fingerprint: '0123456789abcdef', cause: '', ...cells };
}

function startupGather(): Row {
  return row('G1', { rule: GATHER, verdict: 'true-startup' });
}
