import { hint } from '../config/near-miss.ts';
import type { RuleInfo } from '../types.ts';
import { type Io, UsageError } from './io.ts';
import type { CommandLine } from './parse.ts';
import { rules } from './registry.ts';

export function ruleCommand(line: CommandLine, io: Io): number {
  const format = line.value('format') ?? 'text';
  if (format !== 'text' && format !== 'json') {
    throw new UsageError(`--format: nostall rule writes text or json, not "${format}"`);
  }
  const chosen = chosenRules(line);
  if (format === 'json') {
    const value = line.has('all') ? chosen : chosen[0];
    io.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  } else {
    io.stdout.write(chosen.map(({ docs }) => `${docs.trimEnd()}\n`).join('\n---\n\n'));
  }
  return 0;
}

function chosenRules(line: CommandLine): readonly RuleInfo[] {
  const ids = rules.map(({ id }) => id);
  if (line.has('all')) {
    if (line.operands.length > 0) throw new UsageError('nostall rule takes an id or --all, not both');
    return rules.map(({ info }) => info);
  }
  const [id, ...more] = line.operands;
  if (id === undefined || more.length > 0) {
    throw new UsageError(`nostall rule takes one id or --all; the ids are ${ids.join(', ')}`);
  }
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined)
    throw new UsageError(`unknown rule "${id}"${hint(id, ids) || `; the ids are ${ids.join(', ')}`}`);
  return [rule.info];
}
