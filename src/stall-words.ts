import type { StallEffect } from './project/questions.ts';
import type { Step } from './types.ts';

/** `requests.get`; special methods by what the reader sees: leaving `Pool`, iterating `Cursor`. */
export function nameOf(effect: StallEffect): string {
  const special = /^(.*)\.(__\w+__)$/.exec(effect.name);
  const word = special ? SPECIAL[special[2] as string] : undefined;
  if (special && word) return `${word} \`${special[1]}\``;
  return /^an? /.test(effect.name) || effect.name.startsWith('`') ? effect.name : `\`${effect.name}\``;
}

const SPECIAL: Readonly<Record<string, string>> = {
  __enter__: 'entering',
  __exit__: 'leaving',
  __iter__: 'iterating',
  __next__: 'iterating',
  __getitem__: 'indexing',
  __call__: 'calling',
};

/** Further effects of one place, as related facts: each kind and name once. */
export function relatedEffects(main: StallEffect, others: readonly StallEffect[]): Step[] {
  const seen = new Set([`${main.kind} ${main.name}`]);
  const out: Step[] = [];
  for (const effect of others) {
    const key = `${effect.kind} ${effect.name}`;
    if (effect === main || seen.has(key) || out.length >= 4) continue;
    seen.add(key);
    const last = effect.chain.at(-1);
    const through = effect.callee === null ? '' : ` through \`${effect.callee}\``;
    out.push({
      place: last?.place ?? null,
      name: effect.name,
      text: `also ${nameOf(effect)} (${effect.kind}, ${effect.cost})${through}`,
      source: last?.source ?? '',
    });
  }
  return out;
}

/** `helper(path)` as `asyncio.to_thread(helper, path)`, when it is short enough to be shown. */
export function inThread(text: string): string {
  const match = /^([\w.]+)\((.*)\)$/s.exec(text);
  if (!match || text.includes('\n') || text.length > 70 || /\bawait\b/.test(text)) return '`asyncio.to_thread`';
  const rest = (match[2] as string).trim();
  return `\`await asyncio.to_thread(${match[1]}${rest === '' ? '' : `, ${rest}`})\``;
}

/** "through `a`, 3 calls down" for what does not block by itself. */
export function depthWords(effect: StallEffect): string {
  return effect.depth > 1 ? `, ${effect.depth} calls down` : '';
}
