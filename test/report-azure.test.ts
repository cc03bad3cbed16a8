import { commandFromString } from 'azure-pipelines-task-lib/taskcommand.js';
import { describe, expect, test } from 'vitest';
import { formats } from '../src/report/index.ts';
import type {} from '../src/types.ts';
import { plain, report, samples } from './report-samples.ts';
import { each, twin } from './support/report-cases.ts';

describe('azure', () => {
  test.each(each)('%s: the agent reads back what was meant, and one line more', (_, sample) => {
    const lines = formats.azure(sample, plain).split('\n');
    expect(lines).toHaveLength(sample.findings.length + sample.problems.length + 2);
    expect(lines.splice(-2)).toEqual([expect.stringMatching(/^[^#[\]]+$/), '']);
    const commands = lines.map((line) => commandFromString(line));
    expect(new Set(commands.map(({ command }) => command))).toEqual(new Set(lines.length > 0 ? ['task.logissue'] : []));

    const problems = commands.splice(0, sample.problems.length);
    for (const [index, { path, line }] of sample.problems.entries()) {
      expect(problems[index]?.properties).toEqual({
        type: 'error',
        ...(path !== null && { sourcepath: path }),
        ...(path !== null && line !== null && { linenumber: String(line) }),
        code: 'nostall',
      });
    }
    const seen = commands.map(({ properties }) => properties);
    const meant = sample.findings.map(({ level, rule, place }) => ({
      type: level === 'error' ? 'error' : 'warning',
      sourcepath: place.path,
      linenumber: String(place.start.line),
      columnnumber: String(place.start.column),
      code: rule,
    }));
    expect(seen).toHaveLength(meant.length);
    expect(seen).toEqual(expect.arrayContaining(meant));
  });

  test('errors stand before warnings, warnings before notes', () => {
    const lines = formats.azure(samples.rich, plain).split('\n');
    const paths = lines.slice(0, -2).map((line) => commandFromString(line).properties);
    expect(paths.map(({ type }) => type)).toEqual('error error error error error warning warning'.split(' '));
    expect(paths[5]).toMatchObject({ code: 'await-in-a-row' });
    expect(paths[6]).toMatchObject({ linenumber: '3', sourcepath: samples.odd.findings[1]?.place.path });
  });

  test('a message keeps its lines and its percent signs', () => {
    const finding = twin.finding(twin.place(1, 'call(1)'), {
      message: '100% of %0A and %AZP25',
      related: [{ place: null, name: 'os.stat', text: 'a]b;c', source: '' }],
    });
    const [line = ''] = formats.azure(report({ findings: [finding] }), plain).split('\n');
    expect(commandFromString(line).message).toBe('100% of %0A and %AZP25.\nalso os.stat: a]b;c');
  });
});
