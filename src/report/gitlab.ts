import { createHash } from 'node:crypto';
import type { Finding, Level, Problem, Report } from '../types.ts';
import { storyOf } from './story.ts';
import { strictJson } from './strict-json.ts';
import { oneLine, sentences } from './words.ts';

const SEVERITIES: Readonly<Record<Level, string>> = { error: 'major', warning: 'minor', note: 'info' };

/** A list of issues in the subset of the Code Climate format that GitLab's Code Quality reads. */
export function gitlab(report: Report): string {
  const tagsOf = new Map(report.rules.map(({ id, tags }) => [id, tags]));
  const unique = fingerprints();
  const issues = [
    ...report.findings.map((finding) => findingIssue(finding, tagsOf.get(finding.rule) ?? [], unique)),
    ...report.problems.map((problem) => problemIssue(problem, unique)),
  ];
  return strictJson(issues);
}

function findingIssue(finding: Finding, tags: readonly string[], unique: Unique) {
  const { rule, level, message, place, fingerprint } = finding;
  return {
    type: 'issue',
    check_name: rule,
    // The merge request shows nothing but this; the rest stands in the content.
    description: oneLine(sentences(message)),
    content: { body: storyOf(finding).join('\n\n') },
    categories: [tags.includes('performance') ? 'Performance' : 'Bug Risk'],
    severity: SEVERITIES[level],
    fingerprint: unique(rule, place.path, fingerprint),
    location: { path: relative(place.path), lines: { begin: place.start.line, end: place.end.line } },
  };
}

function problemIssue({ path, line, message }: Problem, unique: Unique) {
  const begin = line ?? 1;
  return {
    type: 'issue',
    check_name: 'nostall',
    description: oneLine(sentences(message)),
    categories: ['Bug Risk'],
    severity: 'critical',
    fingerprint: unique('nostall', path ?? '', message),
    // GitLab drops an issue without a path: what belongs to no file stands at the root.
    location: { path: path === null ? '.' : relative(path), lines: { begin, end: begin } },
  };
}

type Unique = (...parts: readonly string[]) => string;

/** GitLab merges issues of one fingerprint. nostall's own is the same for equal functions in different files. */
function fingerprints(): Unique {
  const seen = new Map<string, number>();
  return (...parts) => {
    const key = parts.join('\0');
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return createHash('sha256').update(`${key}\0${ordinal}`).digest('hex').slice(0, 32);
  };
}

function relative(path: string): string {
  return path.replace(/^(?:\.\/+)+/, '');
}
