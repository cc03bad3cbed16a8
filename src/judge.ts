import { rules } from '../rules/index.ts';
import { type Analysis, knowledgeOf } from './analyse.ts';
import type { Settings } from './config/settings.ts';
import { type Reported, runRules } from './engine.ts';
import { forgetTypes } from './project/module.ts';
import { forgetOutcomes } from './project/outcome.ts';
import type { FlatTree } from './python/flat-tree.ts';
import type { SuppressionComment } from './python/index/module-index.ts';
import { copied } from './python/index/words.ts';
import { LineTable } from './python/positions.ts';
import { SpotViews } from './python/spots.ts';
import { contextFingerprint, lineHashes, normaliseSource } from './report/fingerprint.ts';
import type { TextFix } from './rule.ts';
import { PythonSourceCode } from './source-code.ts';
import type { SourceFile } from './source-file.ts';
import type { Finding, Fix, Problem } from './types.ts';

/** Lints one file: every finding with its level, those that a comment silences marked. Silent ones are left out. `parsed` is its tree where it is at hand. */
export function judgeFile(
  file: SourceFile,
  text: string,
  settings: Settings,
  analysis: Analysis,
  onProblem: (problem: Problem) => void,
  parsed?: FlatTree,
): Finding[] {
  const mod = analysis.modules.open(file, text, parsed);
  const known = knowledgeOf(analysis, mod);
  const off = settings.ignoredIn(file.absolute);
  const active = rules.filter((rule) => settings.rules.has(rule.name) && !off.has(rule.name));
  const crashed = new Set<string>();
  const crash = (rule: string, line: number, error: unknown) => {
    if (crashed.has(rule)) return;
    crashed.add(rule);
    const reason = (error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, ' ');
    onProblem({ path: file.path, line, message: `rule ${rule} failed: ${reason}` });
  };
  try {
    // Most files have nothing to report.
    if (known.faults.length === 0 && known.comments.length === 0 && known.project.isSilent()) return [];
    const views = new SpotViews(text, (part) => analysis.parser.parse(part));
    const nodes = known.project.spots().map((spot) => views.at(spot));
    const sourceCode = new PythonSourceCode(views, { ruleIds, keepsSilenced: true, open: () => known });
    return finish(file, text, settings, runRules(active, sourceCode, nodes, file.path, crash));
  } finally {
    forgetTypes(mod);
    forgetOutcomes(mod);
  }
}

const ruleIds = rules.map((rule) => rule.name);

function finish(file: SourceFile, text: string, settings: Settings, found: readonly Reported[]): Finding[] {
  if (found.length === 0) return [];
  const lines = new LineTable(text);
  const hashOf = lineHashes(file.hasMark?.() ? `\ufeff${text}` : text);
  const ordinals = new Map<string, number>();
  const out: Finding[] = [];
  for (const reported of found) {
    const { rule, loc, effect, certainty, silencedBy } = reported;
    const level = settings.severity.levelOf({
      rule,
      kind: effect?.kind ?? null,
      cost: effect?.cost ?? null,
      certainty,
      isChained: reported.chain.length > 0,
      path: file.absolute,
    });
    if (level === null) continue;
    const start = { line: loc.start.line, column: loc.start.column + 1 };
    const end = { line: loc.end.line, column: loc.end.column + 1 };
    const source: string[] = [];
    for (let line = start.line; line <= end.line; line++) source.push(copied(lines.lineText(line)));
    const normalised = normaliseSource(source.join('\n'));
    const key = `${rule}\0${reported.function}\0${normalised}`;
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
      fingerprint: contextFingerprint(rule, reported.function, normalised, ordinal),
      lineHash: hashOf(start.line),
      fix: reported.fix === null ? null : fixAt(reported.fix, lines),
      suppression: silencedBy === null ? null : placed(silencedBy, file, lines),
    });
  }
  return out;
}

function fixAt({ description, edits }: TextFix, lines: LineTable): Fix {
  const placed = edits.map(({ start, end, text }) => {
    return { start: lines.positionOf(start), end: lines.positionOf(end), text };
  });
  return { description, edits: placed };
}

function placed(comment: SuppressionComment, file: SourceFile, lines: LineTable): Finding['suppression'] {
  const place = { path: file.path, start: lines.positionOf(comment.start), end: lines.positionOf(comment.end) };
  return { kind: comment.kind, reason: comment.reason, place };
}
