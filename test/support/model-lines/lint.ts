import { analyse } from '../../../src/analyse.ts';
import { configuration } from '../../../src/config/resolve.ts';
import { judgeFile } from '../../../src/judge.ts';
import type { Parser } from '../../../src/python/parser.ts';
import { ruleInfos } from '../../../src/rule-info.ts';
import type { Finding, Problem } from '../../../src/types.ts';
import { disproof } from './compare.ts';
import type { ModelLines } from './module.ts';
import { reachedIn } from './reached.ts';

/** Lints generated modules, by path; gives what is wrong with each entry that does not do what its model says. */
export function faultsIn(
  parser: Parser,
  made: ReadonlyMap<string, ModelLines>,
  target: readonly [number, number],
): Map<string, string> {
  const config = [`target-version = "${target.join('.')}"`, 'tests = "same"'];
  const request = { cwd: '/nowhere', roots: [], config, isolated: true, select: null, ignore: [], extendSelect: [] };
  const { settings } = configuration({ ...request, ruleIds: ruleInfos.map(({ id }) => id) }).forFolder('/nowhere');
  const files = [...made].map(([path, { text }]) => ({ path, absolute: `/nowhere/${path}`, read: () => text }));
  const complain = ({ path, message }: Problem) => {
    throw new Error(`${path}: ${message}`);
  };
  const analysis = analyse(parser, files, settings, complain);
  const faults = new Map<string, string>();
  for (const file of files) {
    const { cases, text } = made.get(file.path)!;
    const found = byDefinition(judgeFile(file, text, settings, analysis, complain));
    const reached = [...cases.values()].some(({ reaches }) => reaches !== null) ? reachedIn(analysis, file) : null;
    for (const [definition, one] of cases) {
      const isLost = one.reaches !== null && !reached?.has(`${definition} ${one.reaches}`);
      const lost = isLost ? `${one.what}: must ${one.reaches}` : null;
      const wrong = disproof(one, found.get(definition) ?? []) ?? lost;
      if (wrong !== null && !faults.has(one.entry)) faults.set(one.entry, `${wrong}\n${one.text}`);
    }
  }
  return faults;
}

function byDefinition(findings: readonly Finding[]): Map<string, Finding[]> {
  const out = new Map<string, Finding[]>();
  for (const finding of findings) {
    const [definition = ''] = finding.function.split('.');
    out.set(definition, [...(out.get(definition) ?? []), finding]);
  }
  return out;
}
