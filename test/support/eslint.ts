import type { ESLint, Linter } from 'eslint';
import { ESLint as ESLint9 } from 'eslint9';
import { ESLint as ESLint10 } from 'eslint10';
import { rules } from '../../rules/index.ts';
import nostall from '../../src/eslint.ts';
import { CERTAINTIES, COSTS, type Finding } from '../../src/types.ts';

export const HOSTS: readonly (readonly [string, typeof ESLint])[] = [
  ['ESLint 9', ESLint9 as unknown as typeof ESLint],
  ['ESLint 10', ESLint10 as unknown as typeof ESLint],
];

export interface Setup {
  readonly cwd: string;
  /** What the user calls the plugin. */
  readonly namespace?: string;
  readonly languageOptions?: Linter.LanguageOptions;
  readonly rules?: Linter.RulesRecord;
  readonly fix?: boolean;
}

/** Every rule with everything that it can report, as the command line does at `--level note`. */
export function hostFor(Host: typeof ESLint, setup: Setup): ESLint {
  const { cwd, namespace = 'nostall', languageOptions = {}, fix = false } = setup;
  const config: Linter.Config = {
    files: ['**/*.py'],
    plugins: { [namespace]: nostall },
    language: `${namespace}/python`,
    languageOptions,
    rules: setup.rules ?? loudest(namespace),
  };
  return new Host({ cwd, overrideConfigFile: true, overrideConfig: [config], fix });
}

export function loudest(namespace: string): Linter.RulesRecord {
  return Object.fromEntries(
    rules.map(({ name, meta }) => {
      const [options] = meta?.defaultOptions ?? [];
      const all = {
        ...(options?.costs && { costs: COSTS }),
        ...(options?.certainties && { certainties: CERTAINTIES }),
      };
      return [`${namespace}/${name}`, options === undefined ? 'error' : ['error', all]];
    }),
  );
}

/** `rule:line:column-line:column message`, sorted. */
export function linesOfMessages(messages: readonly Linter.LintMessage[], namespace = 'nostall'): string[] {
  return messages
    .map(({ ruleId, line, column, endLine, endColumn, message }) => {
      const rule = ruleId?.startsWith(`${namespace}/`) ? ruleId.slice(namespace.length + 1) : `(${ruleId})`;
      return `${rule}:${line}:${column}-${endLine}:${endColumn} ${message}`;
    })
    .sort();
}

/** The same of findings: ESLint has one text where a report has what and what to do. */
export function linesOfFindings(findings: readonly Finding[]): string[] {
  return findings
    .map(({ rule, place: { start, end }, message, advice }) => {
      const text = advice === '' ? `${message}.` : `${message}. ${advice}.`;
      return `${rule}:${start.line}:${start.column}-${end.line}:${end.column} ${text}`;
    })
    .sort();
}
