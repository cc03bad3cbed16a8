import { type Cost, type Finding, KINDS, type Kind, type Level } from '../../../src/types.ts';
import type { Case } from './case.ts';

/** What is wrong with the findings in the definition of a case, null when nothing is. */
export function disproof({ expected, what }: Case, findings: readonly Finding[]): string | null {
  const seen = findings.map((finding) => `${finding.rule} [${finding.level}] ${describe(finding)}`).join('; ');
  const because = (wanted: string) => `${what}: ${wanted}, but ${seen === '' ? 'nothing is reported' : seen}`;
  switch (expected.tag) {
    case 'silent':
      return findings.length === 0 ? null : because('must be silent');
    case 'sleeps':
      return effectsIn(findings).get('sleep')?.cost === 'unbounded' ? null : because('must report the sleep');
    case 'sleepless':
      return effectsIn(findings).has('sleep') ? because('must not report the sleep') : null;
    case 'apart':
      return findings.some(isOverlap) ? because('must not overlap') : null;
    case 'overlaps':
      return findings.some(isOverlap) ? null : because('must overlap');
    case 'stalls': {
      const effects = effectsIn(findings);
      for (const kind of effects.keys()) if (!expected.effects.has(kind)) return because(`must not report ${kind}`);
      for (const [kind, cost] of expected.effects) {
        const wanted = `${kind}, ${cost} [${levelOf(kind, cost)}]`;
        const found = effects.get(kind);
        if (found?.cost !== cost) return because(`must report ${wanted}`);
        if (found.level !== null && found.level !== levelOf(kind, cost)) return because(`must report ${wanted}`);
      }
      return null;
    }
  }
}

/** Small work is a note, work that may take long a warning, waiting without a bound an error. */
function levelOf(kind: Kind, cost: Cost): Level {
  if (cost === 'micro') return 'note';
  return cost === 'unbounded' && kind !== 'cpu' ? 'error' : 'warning';
}

function isOverlap({ rule }: Finding): boolean {
  return rule === 'prefer-gather-over-sequential-await';
}

function describe({ effect, message }: Finding): string {
  return effect === null ? message : `${effect.kind}, ${effect.cost}`;
}

/** Every effect that findings name: their own, and those they mention beside it. */
function effectsIn(findings: readonly Finding[]): Map<Kind, { cost: Cost; level: Level | null }> {
  const out = new Map<Kind, { cost: Cost; level: Level | null }>();
  for (const { effect, related, level } of findings) {
    if (effect !== null) out.set(effect.kind, { cost: effect.cost, level });
    for (const { text } of related) {
      const [, kind, cost] = /^also .* \((\w+), (\w+)\)/.exec(text) ?? [];
      if (isKind(kind) && !out.has(kind)) out.set(kind, { cost: cost as Cost, level: null });
    }
  }
  return out;
}

function isKind(word: string | undefined): word is Kind {
  return (KINDS as readonly (string | undefined)[]).includes(word);
}
