import { rules } from '../rules/index.ts';
import type { Analysis } from './analyse.ts';
import type { Settings } from './config/settings.ts';
import { type Reported, runRules, sentences } from './engine.ts';
import type { SourceFile } from './lint.ts';
import { questionsAbout } from './project/questions.ts';
import type { Summaries } from './project/summaries.ts';
import type { Mod } from './project/value.ts';
import type { SuppressionComment } from './python/index/module-index.ts';
import { LineTable } from './python/positions.ts';
import { contextFingerprint, lineHashes, normaliseSource } from './report/fingerprint.ts';
import { PythonSourceCode } from './source-code.ts';
import { suppressionFaults } from './suppress.ts';
import type { Finding, Problem } from './types.ts';

/** Lints one file: every finding with its level, those that a comment silences marked. Silent ones are left out. */
export function judgeFile(
  file: SourceFile,
  text: string,
  settings: Settings,
  analysis: Analysis,
  onProblem: (problem: Problem) => void,
): Finding[] {
  const { parser, project, modules, summaries } = analysis;
  const { mod, tree: fresh } = modules.open(file, text);
  const { index } = mod;
  const lines = new LineTable(text);
  const suppressions = analysis.suppressionsIn(mod);
  useSuppressions(mod, summaries);
  const questions = questionsAbout(project, summaries, mod, (asked) => modules.sourceOf(asked));
  const off = settings.ignoredIn(file.absolute);
  const active = rules.filter((rule) => settings.rules.has(rule.name) && !off.has(rule.name));
  const crashed = new Set<string>();
  const crash = (rule: string, line: number, error: unknown) => {
    if (crashed.has(rule)) return;
    crashed.add(rule);
    const reason = (error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, ' ');
    onProblem({ path: file.path, line, message: `rule ${rule} failed: ${reason}` });
  };
  // Most files have nothing to report: their tree, if another file's imports had them read before, is not made again.
  const isQuiet = index.faults.length === 0 && index.suppressions.length === 0 && questions.isSilent();
  const tree = fresh ?? (isQuiet ? null : parser.parse(text));
  if (tree === null) return [];
  const sourceCode = new PythonSourceCode(tree, index.faults, questions);
  const reported = isQuiet ? [] : runRules(active, sourceCode, tree, file.path, crash);

  const silencing = (one: Reported) => suppressions.find(one.rule, one.loc.start.line, one.loc.end.line);
  const found: { reported: Reported; suppression: SuppressionComment | null }[] = reported.map((one) => ({
    reported: one,
    suppression: silencing(one),
  }));
  if (active.some((rule) => rule.name === 'unused-suppression')) {
    const ids = rules.map((rule) => rule.name);
    const enabled = new Set(active.map((rule) => rule.name));
    for (const fault of suppressionFaults(index.suppressions, suppressions, ids, enabled)) {
      const { start, end } = fault.comment;
      const one = aboutComment(fault.messageId, fault.data, sourceCode.locAt(start, end));
      // Only a comment that names the rule: one that names none does not speak about itself.
      const by = fault.comment.rules?.includes(one.rule) ? null : suppressions.named(one.rule, one.loc.start.line);
      if (by !== fault.comment) found.push({ reported: one, suppression: by });
    }
  }
  return finish(file, text, lines, settings, found);
}

/** A comment in a synchronous function is of use when its line has an effect, whoever calls the function. */
function useSuppressions(mod: Mod, summaries: Summaries): void {
  if (!mod.index.suppressions.some((comment) => comment.kind === 'nostall')) return;
  for (const fn of mod.functions) if (!fn.info.isAsync) summaries.of(fn);
}

function aboutComment(messageId: string, data: Readonly<Record<string, string>>, loc: Reported['loc']): Reported {
  const rule = rules.find((candidate) => candidate.name === 'unused-suppression');
  const template = ((rule?.meta?.messages ?? {}) as Record<string, string>)[messageId] ?? messageId;
  const [message, advice] = sentences(template).map((part) =>
    part.replace(/\{\{(\w+)\}\}/g, (_, name) => data[name] ?? ''),
  );
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
