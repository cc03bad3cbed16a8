import { homepage } from '../homepage.ts';
import { type Flag, flagEntries } from './flags.ts';

const WIDTH = 100;
const INDENT = 30;

export function helpText(): string {
  return `nostall finds what stalls a Python asyncio event loop: blocking I/O in async code, directly or through
calls, CPU-heavy work on the loop, and awaits that wait in line for no reason.

Usage:
  nostall [check] [FLAGS] [PATH...]  Check files and folders; . when none is named, - for standard input
  nostall rule ID                    Explain a rule; --all for every rule, --format json for programs
  nostall models [MODULE...]         List what is known of libraries; --check, --unmodelled, --statistics
  nostall merge REPORT...            Make one report of those of several runs, JSON or SARIF
  nostall clean                      Remove what earlier runs have kept
  nostall help                       Print this help

${flagHelp()}
Exit codes:
  0  nothing that counts by --level or --fail-on, no more than --max-findings, or --exit-zero
  1  findings that count, or faults in model stubs
  2  nostall could not do its work: a wrong flag, path or configuration, an unreadable file

Configuration comes from the nostall.toml, or the [tool.nostall] of the pyproject.toml, nearest to each file.

Examples:
  nostall                                        Check everything below the current folder
  nostall --level note src/api.py                Show notes, too
  nostall --select no-blocking-io-in-async src   Run one rule
  nostall --format text --format sarif:out.sarif Read it here, upload it there
  cat api.py | nostall - --stdin-filename api.py Check what an editor holds
  nostall rule no-blocking-io-in-async           What it does, and why
  nostall models requests                        What is known of a library
  nostall --update-baseline                      Take today's findings as known
  nostall --baseline nostall-baseline.json       What is new beside them
  nostall --since origin/main                    What a branch brings

nostall rule --all prints the page of every rule. The package: ${homepage}
`;
}

function flagHelp(): string {
  const groups = new Map<Flag['group'], string[]>();
  for (const [name, flag] of flagEntries)
    groups.set(flag.group, [...(groups.get(flag.group) ?? []), flagLines(name, flag)]);
  return [...groups].map(([group, lines]) => `${group}:\n${lines.join('')}`).join('\n');
}

function flagLines(name: string, { short, value, doc }: Flag): string {
  const usage = `  ${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
  const lines: string[] = [];
  let line = usage.length < INDENT ? usage.padEnd(INDENT) : `${usage}\n${' '.repeat(INDENT)}`;
  let used = INDENT;
  for (const word of doc.split(' ')) {
    if (used + word.length > WIDTH && used > INDENT) {
      lines.push(line.trimEnd());
      line = ' '.repeat(INDENT);
      used = INDENT;
    }
    line += `${word} `;
    used += word.length + 1;
  }
  return `${[...lines, line.trimEnd()].join('\n')}\n`;
}
