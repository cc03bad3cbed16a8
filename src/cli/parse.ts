import { parseArgs } from 'node:util';
import { hint } from '../config/near-miss.ts';
import { COMMANDS, type Command, FLAGS, type Flag, type FlagName, flagEntries, takes } from './flags.ts';
import { UsageError } from './io.ts';

export interface CommandLine {
  readonly command: Command;
  /** What follows the command, flags taken out. */
  readonly operands: readonly string[];
  has(flag: FlagName): boolean;
  /** The last value given. */
  value(flag: FlagName): string | null;
  values(flag: FlagName): readonly string[];
}

/** Throws UsageError. */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const { tokens } = parseArgs({
    args: [...argv],
    options: shapes(),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const operands: string[] = [];
  const given = new Map<FlagName, string[]>();
  let command: Command | null = null;
  let terminated = false;
  for (const token of tokens) {
    if (token.kind === 'option-terminator') terminated = true;
    else if (token.kind === 'positional') {
      const isCommand = command === null && operands.length === 0 && !terminated && isCommandName(token.value);
      if (isCommand) command = token.value as Command;
      else operands.push(token.value);
    } else {
      if (!isFlag(token.name)) throw unknownFlag(token.rawName, command ?? 'check');
      const value = checkedValue(token.rawName, FLAGS[token.name], token.value ?? null, token.inlineValue ?? false);
      given.set(token.name, [...(given.get(token.name) ?? []), value]);
    }
  }
  const meant = command ?? 'check';
  for (const name of given.keys()) {
    if (!takes(meant, FLAGS[name]) && meant !== 'help') {
      throw new UsageError(`--${name} is not a flag of nostall ${meant}`);
    }
  }
  const values = (flag: FlagName) => given.get(flag) ?? [];
  return {
    command: meant,
    operands,
    has: (flag) => given.has(flag),
    values,
    value: (flag) => values(flag).at(-1) ?? null,
  };
}

function shapes(): Record<string, { type: 'string' | 'boolean'; short?: string; multiple: boolean }> {
  return Object.fromEntries(
    flagEntries.map(([name, { value, short }]) => [
      name,
      { type: value === undefined ? 'boolean' : 'string', multiple: true, ...(short === undefined ? {} : { short }) },
    ]),
  );
}

function checkedValue(typed: string, { value: label, words }: Flag, value: string | null, isInline: boolean): string {
  if (label === undefined) {
    if (value !== null) throw new UsageError(`${typed} takes no value`);
    return '';
  }
  // `--config --isolated` forgot the file rather than naming one.
  if (value === null || value === '' || (!isInline && /^--./.test(value))) {
    throw new UsageError(`${typed} needs a value: ${typed} ${label}`);
  }
  if (words !== undefined && !words.includes(value)) {
    throw new UsageError(
      `${typed}: unknown value "${value}"${hint(value, words) || `, must be one of ${words.join(', ')}`}`,
    );
  }
  return value;
}

function unknownFlag(typed: string, command: Command): UsageError {
  const names = flagEntries.filter(([, flag]) => takes(command, flag)).map(([name]) => `--${name}`);
  const near = typed.startsWith('--') ? hint(typed, names) : '';
  return new UsageError(`unknown flag ${typed}${near || '; nostall --help lists them all'}`);
}

function isFlag(name: string): name is FlagName {
  return Object.hasOwn(FLAGS, name);
}

function isCommandName(word: string): word is Command {
  return COMMANDS.some((command) => command === word);
}
