import { LEVELS } from '../types.ts';

export type Command = 'check' | 'rule' | 'models' | 'merge' | 'clean' | 'help';
export const COMMANDS: readonly Command[] = ['check', 'rule', 'models', 'merge', 'clean', 'help'];

export const COLOURS = ['auto', 'always', 'never'] as const;

export interface Flag {
  readonly short?: string;
  /** Name of the value in the help; a flag without one takes no value. */
  readonly value?: string;
  /** The only values it takes. */
  readonly words?: readonly string[];
  readonly repeatable?: true;
  /** Heading in the help. */
  readonly group: 'Reports' | 'Rules and levels' | 'Known findings' | 'Files' | 'Configuration' | 'Models' | 'Other';
  /** Commands that take it; all of them when absent. */
  readonly commands?: readonly Command[];
  readonly doc: string;
}

const CHECK = { commands: ['check'] } as const;
const MODELS = { commands: ['models'] } as const;
const BOTH = { commands: ['check', 'models'] } as const;
const REPORTS = { commands: ['check', 'merge'] } as const;

/** The one list of flags: parsing, near-miss hints and the help are made from it. */
export const FLAGS = {
  format: {
    value: 'F[:FILE]',
    repeatable: true,
    group: 'Reports',
    commands: ['check', 'rule', 'models', 'merge'],
    doc: 'text (default), concise, json, json-lines, sarif, github, gitlab, azure, junit, rdjson or markdown; with :FILE it goes there. May be given several times',
  },
  output: {
    short: 'o',
    value: 'FILE',
    group: 'Reports',
    ...REPORTS,
    doc: 'Write the report that has no file of its own to FILE instead of standard output',
  },
  statistics: {
    group: 'Reports',
    commands: ['check', 'models', 'merge'],
    doc: 'Add a table of findings by rule, kind and cost; with nostall models, count the models',
  },
  'sarif-category': {
    value: 'NAME',
    group: 'Reports',
    ...REPORTS,
    doc: 'Tell several SARIF uploads for one commit apart',
  },
  'sarif-include-suppressed': {
    group: 'Reports',
    ...REPORTS,
    doc: 'List findings that comments silence in SARIF, too',
  },
  color: {
    value: 'WHEN',
    words: COLOURS,
    group: 'Reports',
    doc: 'auto (default), always or never; NO_COLOR and FORCE_COLOR are honoured',
  },
  quiet: { short: 'q', group: 'Reports', ...REPORTS, doc: 'No progress, no warnings, no summary of a clean run' },
  select: {
    value: 'RULES',
    repeatable: true,
    group: 'Rules and levels',
    ...CHECK,
    doc: 'Run these rules only, separated by commas; puts aside what the configuration selects and ignores',
  },
  ignore: { value: 'RULES', repeatable: true, group: 'Rules and levels', ...CHECK, doc: 'Do not run these rules' },
  'extend-select': {
    value: 'RULES',
    repeatable: true,
    group: 'Rules and levels',
    ...CHECK,
    doc: 'Run these rules in addition to the selected ones',
  },
  level: {
    value: 'LEVEL',
    words: LEVELS,
    group: 'Rules and levels',
    ...CHECK,
    doc: 'The lowest level that is shown and counts for the exit code: error, warning (default) or note',
  },
  'fail-on': {
    value: 'LEVEL',
    words: LEVELS,
    group: 'Rules and levels',
    ...REPORTS,
    doc: 'The lowest level that counts for the exit code, when that is not all that is shown',
  },
  'max-findings': {
    value: 'N',
    group: 'Rules and levels',
    ...REPORTS,
    doc: 'Exit with 0 as long as no more than N findings count',
  },
  'exit-zero': {
    group: 'Rules and levels',
    ...REPORTS,
    doc: 'Exit with 0 when there are findings; problems still exit with 2',
  },
  baseline: {
    value: 'FILE',
    group: 'Known findings',
    ...CHECK,
    doc: 'Leave out the findings that FILE lists; none puts aside what the configuration names',
  },
  'update-baseline': {
    group: 'Known findings',
    ...CHECK,
    doc: 'Write what is found now to the baseline, and drop what is gone (default FILE: nostall-baseline.json)',
  },
  since: {
    value: 'REF',
    group: 'Known findings',
    ...CHECK,
    doc: 'Only findings on lines that changed since the git revision REF, and those that changes elsewhere brought',
  },
  changed: { group: 'Known findings', ...CHECK, doc: 'Like --since HEAD: what is not committed yet' },
  'add-ignore': {
    group: 'Known findings',
    ...CHECK,
    doc: 'Silence every finding by a comment in the source, with the --reason',
  },
  reason: { value: 'TEXT', group: 'Known findings', ...CHECK, doc: 'The reason that --add-ignore writes' },
  fix: { group: 'Known findings', ...CHECK, doc: 'Mend what can be mended by itself, such as comments of no use' },
  'force-exclude': {
    group: 'Files',
    ...CHECK,
    doc: 'Leave out excluded files even when they are named, as pre-commit does',
  },
  'no-respect-gitignore': { group: 'Files', ...BOTH, doc: 'Check files that .gitignore leaves out, too' },
  'stdin-filename': {
    value: 'PATH',
    group: 'Files',
    ...CHECK,
    doc: 'The name of what comes from standard input with -',
  },
  'show-files': {
    group: 'Files',
    ...CHECK,
    doc: 'List the files that would be checked; with --verbose also what is skipped, and why',
  },
  config: {
    value: 'FILE|KEY=VALUE',
    repeatable: true,
    group: 'Configuration',
    ...BOTH,
    doc: 'Use this file for every path, or override one setting, as in --config \'tests = "off"\'',
  },
  isolated: { group: 'Configuration', ...BOTH, doc: 'Ignore every configuration file' },
  'show-config': {
    group: 'Configuration',
    ...CHECK,
    doc: 'Print the settings for the first path, and where each comes from',
  },
  check: {
    group: 'Models',
    ...MODELS,
    doc: 'Say what is wrong with model stubs; the PATHs are stubs and folders of them',
  },
  unmodelled: {
    group: 'Models',
    ...MODELS,
    doc: 'List the third-party modules of a project that have no model, by calls on the loop',
  },
  explain: {
    value: 'FILE:LINE',
    group: 'Other',
    ...CHECK,
    doc: 'Say how each call on a line is judged: what it calls, where it runs, what it does, why it is reported or not',
  },
  jobs: {
    short: 'j',
    value: 'N',
    group: 'Other',
    ...CHECK,
    doc: 'Lint in up to N threads; auto goes by the size of what is linted (default: one lints, another parses ahead; 1: no other thread)',
  },
  shard: {
    value: 'I/N',
    group: 'Other',
    ...CHECK,
    doc: 'Check only part I of N of the files, with the whole project in view; nostall merge makes one report of all parts',
  },
  timings: { group: 'Other', ...CHECK, doc: 'Say on standard error what the time went into' },
  'no-sieve': {
    group: 'Other',
    ...CHECK,
    doc: 'Parse every file at once, not only those with code for an event loop and what that reaches; the report is the same',
  },
  'no-cache': { group: 'Other', ...CHECK, doc: 'Neither use nor keep what earlier runs found out' },
  'cache-dir': {
    value: 'DIR',
    group: 'Other',
    commands: ['check', 'clean'],
    doc: 'Where that is kept (default: .nostall_cache beside the configuration, or NOSTALL_CACHE_DIR)',
  },
  all: { group: 'Other', commands: ['rule'], doc: 'Every rule (for nostall rule)' },
  verbose: {
    short: 'v',
    group: 'Other',
    doc: 'Say more: with --version and --show-files; otherwise which configuration is in use',
  },
  version: { short: 'V', group: 'Other', doc: 'Print the version; with --verbose also the parser and the platform' },
  help: { short: 'h', group: 'Other', doc: 'Print this help' },
} as const satisfies Readonly<Record<string, Flag>>;

export type FlagName = keyof typeof FLAGS;

export const flagEntries = Object.entries(FLAGS) as readonly (readonly [FlagName, Flag])[];

export function takes(command: Command, { commands }: Flag): boolean {
  return commands === undefined || commands.includes(command);
}
