import type { Analysis } from './analyse.ts';
import type { Settings } from './config/settings.ts';
import { type Reported, runRules, sentences } from './engine.ts';
import type { SourceFile } from './lint.ts';
import { makeModule } from './project/module.ts';
import { questionsAbout } from './project/questions.ts';
import { Summaries } from './project/summaries.ts';
import type { Mod } from './project/value.ts';
import { buildIndex } from './python/index/build.ts';
import type { SuppressionComment } from './python/index/module-index.ts';
import { LineTable } from './python/positions.ts';
import { contextFingerprint, lineHashes, normaliseSource } from './report/fingerprint.ts';
import { PythonSourceCode } from './source-code.ts';
import { Suppressions, suppressionFaults } from './suppress.ts';
import type { Finding, Problem } from './types.ts';
import { rules } from '../rules/index.ts';

/** Lints one file: every finding with its level, those that a comment silences marked. Silent ones are left out. */
export function judgeFile(
  file: SourceFile,
  text: string,
  settings: Settings,
  analysis: Analysis,
  onProblem: (problem: Problem) => void,
): Finding[] {
  const { parser, project } = analysis;
  const tree = parser.parse(text);
  const index = buildIndex(file.path, tree, (inner) => parser.parse(inner));
  const mod = makeModule(moduleName(file.path), index, { stub: false, isPackage: /(?:^|\/)__init__\.pyi?$/.test(file.path) });
  const lines = new LineTable(text);
  const suppressions = new Suppressions(index.suppressions, settings.respectNoqa);
  const silenced = (_: Mod, node: number, rule: string) =>
    suppressions.find(rule, lines.lineOf(index.start[node] as number), lines.lineOf(index.end[node] as number)) !== null;
  const questions = questionsAbout(project, new Summaries(project, silenced), mod, () => ({ path: file.path, lines }));
  const sourceCode = new PythonSourceCode(tree, index.faults, questions);
  const off = settings.ignoredIn(file.absolute);
  const active = rules.filter((rule) => settings.rules.has(rule.name) && !off.has(rule.name));
  const reported = runRules(active, sourceCode, tree, file.path, (rule, line, error) => {
    const reason = error instanceof Error ? error.message : String(error);
    onProblem({ path: file.path, line, message: `rule ${rule} failed: ${reason}` });
  });

  const found: { reported: Reported; suppression: SuppressionComment | null }[] = reported.map((one) => ({
    reported: one,
    suppression: suppressions.find(one.rule, one.loc.start.line, one.loc.end.line),
  }));
  if (active.some((rule) => rule.name === 'unused-suppression')) {
    const ids = rules.map((rule) => rule.name);
    const enabled = new Set(active.map((rule) => rule.name));
    for (const fault of suppressionFaults(index.suppressions, suppressions, ids, enabled)) {
      const { start, end } = fault.comment;
      const one = aboutComment(fault.messageId, fault.data, sourceCode.locAt(start, end));
      found.push({ reported: one, suppression: null });
    }
  }
  return finish(file, text, lines, settings, found);
}

function aboutComment(messageId: string, data: Readonly<Record<string, string>>, loc: Reported['loc']): Reported {
  const rule = rules.find((candidate) => candidate.name === 'unused-suppression');
  const template = (rule?.meta?.messages as Record<string, string>)[messageId] ?? messageId;
  const [message, advice] = sentences(template).map((part) => part.replace(/\{\{(\w+)\}\}/g, (_, name) => data[name] ?? ''));
  return {
    rule: 'unused-suppression',
    loc,
    message: message as string,
    advice: advice as string,
    function: '<module>',
    why: '',
    effect: null,
    certainty: null,
    chain: [],
    related: [],
  };
}

function finish(
  file: SourceFile,
  text: string,
  lines: LineTable,
  settings: Settings,
  found: readonly { reported: Reported; suppression: SuppressionComment | null }[],
): Finding[] {
  if (found.length === 0) return [];
  const hashOf = lineHashes(text);
  const ordinals = new Map<string, number>();
  const out: Finding[] = [];
  for (const { reported, suppression } of found) {
    const { rule, loc, effect, certainty } = reported;
    const level = settings.severity.levelOf({
      rule,
      kind: effect?.kind ?? null,
      cost: effect?.cost ?? null,
      certainty,
      path: file.absolute,
    });
    if (level === null) continue;
    const start = { line: loc.start.line, column: loc.start.column + 1 };
    const end = { line: loc.end.line, column: loc.end.column + 1 };
    const source: string[] = [];
    for (let line = start.line; line <= end.line; line++) source.push(lines.lineText(line));
    const key = `${rule}\0${reported.function}\0${normaliseSource(source.join('\n'))}`;
    const ordinal = ordinals.get(key) ?? 0;
    ordinals.set(key, ordinal + 1);
    out.push({
      rule,
      level,
      message: reported.message,
      why: reported.why,
      advice: reported.advice,
      place: { path: file.path, start, end },
      function: reported.function,
      source,
      effect,
      certainty,
      chain: reported.chain,
      related: reported.related,
      fingerprint: contextFingerprint(rule, reported.function, normaliseSource(source.join('\n')), ordinal),
      lineHash: hashOf(start.line),
      suppression: suppression === null ? null : placed(suppression, file, lines),
    });
  }
  return out;
}

function placed(comment: SuppressionComment, file: SourceFile, lines: LineTable): Finding['suppression'] {
  const place = { path: file.path, start: lines.positionOf(comment.start), end: lines.positionOf(comment.end) };
  return { kind: comment.kind, reason: comment.reason, place };
}

function moduleName(path: string): string {
  const parts = path.replace(/\.pyi?$/, '').split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  if (parts.at(-1) === '__init__') parts.pop();
  return parts.join('.') || '__main__';
}
