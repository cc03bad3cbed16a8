import { describe, expect, test } from 'vitest';
import { loadProjects, parseProjects } from '../scripts/ecosystem/projects.mjs';
import type { Finding } from '../scripts/ecosystem/run.mjs';
import { difference, differenceText, snapshot } from '../scripts/ecosystem/snapshot.mjs';
import { listFolder, readText } from '../src/files.ts';
import { BLOCKING, finding, project } from './support/ecosystem-samples.ts';

describe('the projects', () => {
  test.each([
    ['name', { name: '../up' }],
    ['repository', { repository: 'owner' }],
    ['commit', { commit: 'main' }],
    ['role', { role: 'other' }],
  ])('must have a valid %s', (key, change) => {
    expect(() => parseProjects(JSON.stringify([{ ...project('a'), ...change }]))).toThrow(`${key} is not valid`);
  });

  test('have one name each', () => {
    expect(() => parseProjects(JSON.stringify([project('a'), project('a')]))).toThrow('a: name is not valid');
  });
});

describe('a snapshot', () => {
  const before = snapshot(project('a'), report([finding('b.py', 9), finding('b.py', 10), finding('a.py', 3)]));

  test('counts, sorts, and quotes no code', () => {
    expect(before).toBe(
      [
        `# owner/a ${'a'.repeat(40)}`,
        `# ${BLOCKING} error 3`,
        '# hidden 4',
        '# problems 0',
        'a.py',
        `  ${BLOCKING} error`,
        `    3 ${shortFingerprint('a.py', 3)}`,
        'b.py',
        `  ${BLOCKING} error`,
        `    9 ${shortFingerprint('b.py', 9)}`,
        `    10 ${shortFingerprint('b.py', 10)}`,
        '',
      ].join('\n'),
    );
  });

  test('does not depend on the order of the findings', () => {
    expect(snapshot(project('a'), report([finding('a.py', 3), finding('b.py', 10), finding('b.py', 9)]))).toBe(before);
  });

  test('is not different from itself, with any line end', () => {
    expect(difference(before.replaceAll('\n', '\r\n'), before)).toEqual({ added: [], removed: [] });
  });

  test('tells a level from another', () => {
    const quieter: Finding = { ...finding('b.py', 9), level: 'warning' };
    const after = snapshot(project('a'), report([quieter, finding('b.py', 10), finding('a.py', 3)]));
    const { added, removed } = difference(before, after);
    expect(added).toContain(`${BLOCKING} warning b.py:9 ${shortFingerprint('b.py', 9)}`);
    expect(removed).toContain(`${BLOCKING} error b.py:9 ${shortFingerprint('b.py', 9)}`);
  });

  test('differs by what was added and removed, each with its place', () => {
    const after = snapshot(project('a'), report([finding('b.py', 10), finding('a.py', 3), finding('c.py', 1)]));
    expect(differenceText('a', difference(before, after))).toBe(
      [
        'a',
        `  - ${BLOCKING} error b.py:9 ${shortFingerprint('b.py', 9)}`,
        `  + ${BLOCKING} error c.py:1 ${shortFingerprint('c.py', 1)}`,
      ].join('\n'),
    );
  });

  test('is all new where there was none', () => {
    expect(difference('', before)).toEqual({ added: expect.arrayContaining([`# ${BLOCKING} error 3`]), removed: [] });
  });
});

describe('what is committed', () => {
  const projects = loadProjects();

  test('has projects of both roles', () => {
    expect(new Set(projects.map(({ role }) => role))).toEqual(new Set(['development', 'held-out']));
  });

  test('has a snapshot of each project, and no other', () => {
    const snapshots = listFolder('ecosystem/snapshots').map(({ name }) => name);
    expect(snapshots.sort()).toEqual(projects.map(({ name }) => `${name}.txt`).sort());
  });

  test('has snapshots of the pinned commits, sorted by path', () => {
    for (const { name, repository, commit } of projects) {
      const lines = readText(`ecosystem/snapshots/${name}.txt`).split('\n');
      const paths = lines.filter((line) => line !== '' && !/^(#| {2})/.test(line));
      expect(lines[0]).toBe(`# ${repository} ${commit}`);
      expect(paths).toEqual([...new Set(paths)].sort());
    }
  });
});

function shortFingerprint(path: string, line: number): string {
  return finding(path, line).fingerprint.slice(0, 8);
}

function report(findings: Finding[]) {
  return { summary: { hidden: 4 }, findings, problems: [] };
}
