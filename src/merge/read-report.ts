import { formatVersion } from '../report/json.ts';
import { ruleInfos } from '../rule-info.ts';
import {
  CERTAINTIES,
  COSTS,
  type EffectInfo,
  type Finding,
  type Fix,
  KINDS,
  LEVELS,
  type Place,
  type Position,
  type Problem,
  type Report,
  type RuleInfo,
  type Step,
  type Suppression,
} from '../types.ts';
import { Fields, ReportError } from './fields.ts';

/** What `--format json` wrote. Throws ReportError. */
export function readReport(document: unknown): Report {
  const log = new Fields(document, '');
  const version = log.number('version');
  if (version !== formatVersion) throw new ReportError(`version: expected ${formatVersion}, found ${version}`);
  const summary = log.fields('summary');
  return {
    version: log.fields('tool').text('version'),
    findings: log.list('findings', finding),
    suppressed: log.list('suppressed', finding),
    hidden: summary.number('hidden'),
    baselined: summary.number('baselined'),
    unchanged: summary.number('unchanged'),
    problems: log.list('problems', problem),
    files: summary.number('files'),
    shard: log.optional('shard', (one) => one.text('shard')),
    rules: log.list('rules', rule),
    elapsed: 0,
  };
}

function rule(fields: Fields): RuleInfo {
  const id = fields.text('id');
  const known = ruleInfos.find((info) => info.id === id);
  if (known === undefined) throw new ReportError(`rules: this version of nostall has no rule ${id}`);
  return known;
}

function finding(fields: Fields): Finding {
  return {
    rule: fields.text('rule'),
    level: fields.word('level', LEVELS),
    message: fields.text('message'),
    why: fields.text('why'),
    advice: fields.text('advice'),
    place: place(fields.fields('place')),
    function: fields.text('function'),
    source: fields.texts('source'),
    effect: fields.optional('effect', (one) => effect(one.fields('effect'))),
    certainty: fields.optional('certainty', (one) => one.word('certainty', CERTAINTIES)),
    chain: fields.list('chain', step),
    related: fields.list('related', step),
    fingerprint: fields.text('fingerprint'),
    lineHash: fields.text('lineHash'),
    fix: fields.optional('fix', (one) => fix(one.fields('fix'))),
    suppression: fields.optional('suppression', (one) => suppression(one.fields('suppression'))),
  };
}

function effect(fields: Fields): EffectInfo {
  return { kind: fields.word('kind', KINDS), cost: fields.word('cost', COSTS) };
}

function step(fields: Fields): Step {
  return {
    place: fields.optional('place', (one) => place(one.fields('place'))),
    name: fields.text('name'),
    text: fields.text('text'),
    source: fields.text('source'),
  };
}

function fix(fields: Fields): Fix {
  return {
    description: fields.text('description'),
    edits: fields.list('edits', (edit) => {
      return { start: position(edit.fields('start')), end: position(edit.fields('end')), text: edit.text('text') };
    }),
  };
}

function suppression(fields: Fields): Suppression {
  return {
    kind: fields.word('kind', ['nostall', 'noqa']),
    reason: fields.optional('reason', (one) => one.text('reason')),
    place: place(fields.fields('place')),
  };
}

function problem(fields: Fields): Problem {
  return {
    path: fields.optional('path', (one) => one.text('path')),
    line: fields.optional('line', (one) => one.number('line')),
    message: fields.text('message'),
  };
}

function place(fields: Fields): Place {
  return { path: fields.text('path'), start: position(fields.fields('start')), end: position(fields.fields('end')) };
}

function position(fields: Fields): Position {
  return { line: fields.number('line'), column: fields.number('column') };
}
