import { version } from '../version.ts';
import { helpText } from './help.ts';
import type { Io } from './io.ts';
import type { Lint } from './judging.ts';
import { type CommandLine, parseCommandLine } from './parse.ts';

/** Runs nostall and gives the exit code. Each command is loaded when it is asked for: hooks pay for start-up on every commit. */
export async function main(argv: readonly string[], io: Io, loadLint: () => Promise<Lint> = ownLint): Promise<number> {
  try {
    return await run(parseCommandLine(argv), io, loadLint);
  } catch (error) {
    const isExpected = error instanceof Error && EXPECTED.has(error.name);
    const message = error instanceof Error ? error.message : String(error);
    io.stderr.write(`nostall: ${isExpected ? '' : 'internal error: '}${message.split('\n')[0]}\n`);
    return 2;
  }
}

/** Errors that name what the user can mend; by name, so that they need not be loaded here. */
const EXPECTED: ReadonlySet<string> = new Set(['UsageError', 'ConfigError', 'FileError']);

async function run(line: CommandLine, io: Io, loadLint: () => Promise<Lint>): Promise<number> {
  if (line.has('help') || line.command === 'help') {
    io.stdout.write(helpText());
    return 0;
  }
  if (line.has('version')) {
    const text = line.has('verbose') ? await (await import('./version.ts')).versionText(io) : `nostall ${version}\n`;
    io.stdout.write(text);
    return 0;
  }
  if (line.command === 'rule') return (await import('./rule.ts')).ruleCommand(line, io);
  if (line.command === 'models') return (await import('./models.ts')).modelsCommand(line, io);
  if (line.command === 'clean') return (await import('./cache.ts')).cleanCommand(line, io);
  if (line.command === 'merge') return (await import('./merge.ts')).mergeCommand(line, io);
  if (loadLint === ownLint) await optimiseLater(io);
  return (await import('./check.ts')).checkCommand(line, io, loadLint);
}

async function ownLint(): Promise<Lint> {
  return (await import('../cache/cached-lint.ts')).cachedLint;
}

/**
 * V8 optimises code in threads of its own, and the process does not end before they are done: that took most of the
 * processor time of a small check, and a third of that of a large one. So code has to run more often before it comes to that.
 */
async function optimiseLater({ platform }: Io): Promise<void> {
  const { setFlagsFromString } = await import('node:v8');
  // The lexer of the grammar, of WebAssembly.
  setFlagsFromString('--wasm-tiering-budget=30000000');
  // Node says so where it does not know a flag, and drops flags from one version to the next.
  if (/^node v2[024]\./.test(platform)) {
    // Inlining less, it optimises sooner and seldom again: a check is over before more would have paid.
    setFlagsFromString('--max-inlined-bytecode-size-cumulative=150');
    // Garbage is collected when the heap has grown by this many percent, and not by several times.
    setFlagsFromString('--heap-growing-percent=60');
  }
  // JavaScript: several times what it is otherwise.
  if (platform.startsWith('node v20.')) setFlagsFromString('--interrupt-budget=300000');
}
