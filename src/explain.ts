import { analyse } from './analyse.ts';
import type { Settings } from './config/settings.ts';
import { judgeFile } from './judge.ts';
import { type Explained, explainLine } from './project/explain.ts';
import { createParser } from './python/parser.ts';
import type { SourceFile } from './source-file.ts';
import type { Finding, Place, Problem } from './types.ts';

/** One place on the line, with the findings about it; those that comments silence are marked. */
export interface Explanation extends Explained {
  readonly source: string;
  readonly findings: readonly Finding[];
}

/** How each place on a line is judged. The line is one of the file, counted from 1. */
export async function explain(
  file: SourceFile,
  line: number,
  settings: Settings,
  { native, ...world }: { readonly native: boolean; readonly root?: string },
): Promise<{ readonly places: readonly Explanation[]; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const onProblem = (problem: Problem) => problems.push(problem);
  const analysis = analyse(await createParser({ native }), [file], settings, onProblem, world);
  const text = file.read();
  const findings = judgeFile(file, text, settings, analysis, onProblem);
  const { project, summaries, modules } = analysis;
  const mod = modules.open(file, text);
  const { lines } = modules.sourceOf(mod);
  const places = explainLine(project, summaries, mod, line, (asked) => modules.sourceOf(asked)).map((one) => {
    const { start, end } = one.place;
    const source = text.slice(lines.startOf(start.line) + start.column - 1, lines.startOf(end.line) + end.column - 1);
    return {
      ...one,
      source,
      findings: findings.filter((finding) => isAbout(finding, one)),
    };
  });
  return { places, problems };
}

function isAbout({ place, effect, certainty, related }: Finding, { place: site, places }: Explained): boolean {
  if (effect !== null) return places.some((at) => isSame(at, place));
  // Awaits that could overlap: the awaited call ends where its `await` does.
  if (certainty === null) return false;
  return [place, ...related.map((step) => step.place)].some(
    (at) => at !== null && isSame(at, { ...site, start: at.start }),
  );
}

function isSame(left: Place, right: Place): boolean {
  return [left.start, left.end].every((position, i) => {
    const other = i === 0 ? right.start : right.end;
    return position.line === other.line && position.column === other.column;
  });
}
