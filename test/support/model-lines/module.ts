import type { Project } from '../../../src/project/project.ts';
import type { Mod } from '../../../src/project/value.ts';
import type { Case } from './case.ts';
import { casesOf } from './cases.ts';
import { entriesOf } from './entries.ts';
import { exclusiveCases } from './exclusive.ts';
import type { Imports } from './names.ts';

/** The Python module that uses everything that one model states. */
export interface ModelLines {
  readonly text: string;
  /** By the name of the definition that holds it. */
  readonly cases: ReadonlyMap<string, Case>;
  readonly entries: readonly string[];
  /** Entries without a line, and why. */
  readonly unmade: ReadonlyMap<string, string>;
}

const HEAD = `def stall(*args, **kwargs):
    time.sleep(1)


def stalls():
    time.sleep(1)
    yield 1


def quiet(*args):
    return None
`;

/** `skip`: entries that another target version has shown already. */
export function modelLines(p: Project, mod: Mod, skip: ReadonlySet<string>): ModelLines {
  const imports: Imports = new Set(['asyncio', 'time']);
  const cases = new Map<string, Case>();
  const unmade = new Map<string, string>();
  const entries: string[] = [];
  const add = (name: string, made: Case[] | string) => {
    entries.push(name);
    if (typeof made === 'string') unmade.set(name, made);
    else for (const one of made) cases.set(`case_${cases.size}`, one);
  };
  for (const entry of entriesOf(p, mod)) if (!skip.has(entry.name)) add(entry.name, casesOf(p, entry, imports));
  for (const [name, made] of exclusiveCases(p, mod, imports)) if (!skip.has(name)) add(name, made);
  const definitions = [...cases].map(([name, { text }]) => text.replaceAll('CASE', name));
  const head = [...imports].sort().map((name) => `import ${name}`);
  const text = ['from typing import Any', ...head, '', '', [HEAD, ...definitions].join('\n\n')].join('\n');
  return { text: `${text}\n`, cases, entries, unmade };
}
