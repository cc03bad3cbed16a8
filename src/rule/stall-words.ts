import type { StallEffect } from '../project/questions.ts';
import type { PyNode } from '../python/node.ts';
import type { Step } from '../types.ts';

/** `requests.get`; special methods by what the reader sees: leaving `Pool`, iterating `Cursor`. */
export function nameOf(effect: StallEffect): string {
  const special = /^(.*)\.(__\w+__)$/.exec(effect.name);
  const word = special ? SPECIAL[special[2] as string] : undefined;
  if (special && word) return `${word} \`${special[1]}\``;
  return /^an? /.test(effect.name) || effect.name.startsWith('`') ? effect.name : `\`${effect.name}\``;
}

/** How a chain reaches it: "it calls `open`", "it ends up entering `threading.RLock`". */
export function reachedBy(effect: StallEffect): string {
  const name = nameOf(effect);
  if (/^an? /.test(name)) return `it has ${name}`;
  return name.startsWith('`') && !name.includes(' calling ')
    ? `it calls ${name}`
    : `it ends up ${name.startsWith('`') ? 'with ' : ''}${name}`;
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

/** The call at the node, moved to a thread; by the name of the function alone when the whole is too long to be shown. */
export function inThread(node: PyNode): string {
  if (node.type !== 'call') return '`asyncio.to_thread`';
  const callee = node.field('function')?.text ?? '';
  const given = node.field('arguments');
  if (!/^[\w.]+$/.test(callee) || given?.type !== 'argument_list') return '`asyncio.to_thread`';
  const rest = given.text.slice(1, -1).trim().replace(/,$/, '');
  const shown = `await asyncio.to_thread(${callee}${rest === '' ? '' : `, ${rest}`})`;
  // What is awaited or called among the arguments would still run on the loop.
  return shown.length > 90 || /[\n(]/.test(rest) ? `\`asyncio.to_thread(${callee}, ...)\`` : `\`${shown}\``;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "3 calls down", for what does not block by itself. */
export function depthWords(effect: StallEffect): string {
  return effect.depth > 1 ? `, ${effect.depth} calls down` : '';
}
