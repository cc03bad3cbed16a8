// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { parse } from 'yaml';

/**
 * @typedef {{ readonly id: string, readonly outcome: 'success' | 'failure' | 'skipped', readonly code: number | null, readonly log: string }} StepResult
 * @typedef {{ readonly steps: readonly StepResult[], readonly outputs: Readonly<Record<string, string>>, readonly summary: string, readonly isOk: boolean }} ActionResult
 * @typedef {{ id?: string, name?: string, if?: string, uses?: string, run?: string, env?: Record<string, unknown> }} Step
 */

const usage = 'usage: node scripts/run-action.mjs [--action FOLDER] [--event FILE] FOLDER [INPUT=VALUE ...]';

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = fromCommandLine(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}

/**
 * Runs the steps of a composite action in a checkout, as the runner of GitHub does, but without its service: steps that use
 * other actions are told as skipped, and are an error when their condition holds.
 * @param {{ action: string, checkout: string, inputs?: Readonly<Record<string, string>>, event?: object, env?: Readonly<Record<string, string>> }} options
 * @returns {ActionResult}
 */
export function runAction({ action, checkout, inputs: given = {}, event = {}, env = {} }) {
  const manifest = parse(readFileSync(join(action, 'action.yml'), 'utf8'));
  const scratch = mkdtempSync(join(tmpdir(), 'run-action-'));
  const paths = {
    output: join(scratch, 'output'),
    summary: join(scratch, 'summary.md'),
    script: join(scratch, 'step.sh'),
  };
  mkdirSync(join(scratch, 'temp'));
  writeFileSync(paths.summary, '');
  /** @type {Record<string, { outputs: Record<string, string>, outcome: string }>} */
  const steps = {};
  const contexts = { inputs: inputsOf(manifest, given), github: { event }, steps };
  /** @type {StepResult[]} */
  const results = [];
  const isOk = () => results.every(({ outcome }) => outcome !== 'failure');

  try {
    for (const [index, step] of /** @type {Step[]} */ (manifest.runs.steps).entries()) {
      const id = step.id ?? step.name ?? String(index);
      if (!holds(step.if, contexts, isOk())) {
        results.push({ id, outcome: 'skipped', code: null, log: '' });
        continue;
      }
      if (step.run === undefined) throw new Error(`step ${id} uses ${step.uses}, which cannot run here`);
      writeFileSync(paths.script, step.run);
      writeFileSync(paths.output, '');
      const own = Object.entries(step.env ?? {}).map(([name, value]) => [name, filled(String(value), contexts)]);
      const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', paths.script], {
        cwd: checkout,
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          ...env,
          CI: 'true',
          GITHUB_ACTIONS: 'true',
          GITHUB_ACTION_PATH: action,
          GITHUB_WORKSPACE: checkout,
          GITHUB_OUTPUT: paths.output,
          GITHUB_STEP_SUMMARY: paths.summary,
          RUNNER_TEMP: join(scratch, 'temp'),
          ...Object.fromEntries(own),
        },
      });
      const outcome = status === 0 ? 'success' : 'failure';
      results.push({ id, outcome, code: status, log: stdout + stderr });
      if (step.id !== undefined) steps[step.id] = { outputs: outputsIn(readFileSync(paths.output, 'utf8')), outcome };
    }
    const outputs = Object.entries(manifest.outputs ?? {}).map(([name, { value }]) => [name, filled(value, contexts)]);
    const summary = readFileSync(paths.summary, 'utf8');
    return { steps: results, outputs: Object.fromEntries(outputs), summary, isOk: isOk() };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** @param {string[]} argv */
function fromCommandLine(argv) {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { action: { type: 'string' }, event: { type: 'string' } },
  });
  const [checkout, ...pairs] = positionals;
  if (checkout === undefined || pairs.some((pair) => !pair.includes('='))) throw new Error(usage);
  const inputs = Object.fromEntries(pairs.map((pair) => [pair.split('=', 1)[0], pair.slice(pair.indexOf('=') + 1)]));
  const result = runAction({
    action: values.action === undefined ? fileURLToPath(new URL('..', import.meta.url)) : resolve(values.action),
    checkout: resolve(checkout),
    inputs,
    event: values.event === undefined ? {} : JSON.parse(readFileSync(values.event, 'utf8')),
  });
  for (const { id, outcome, log } of result.steps) console.log(`== ${id}: ${outcome}\n${log}`.trimEnd());
  for (const [name, value] of Object.entries(result.outputs)) console.log(`output ${name}=${value}`);
  console.log(`== summary\n${result.summary}`.trimEnd());
  return result.isOk ? 0 : 1;
}

/**
 * @param {any} manifest
 * @param {Readonly<Record<string, string>>} given
 */
function inputsOf(manifest, given) {
  const known = Object.entries(manifest.inputs ?? {});
  const unknown = Object.keys(given).filter((name) => manifest.inputs?.[name] === undefined);
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(', ')}`);
  return Object.fromEntries(known.map(([name, input]) => [name, given[name] ?? String(input.default ?? '')]));
}

/**
 * The texts that a step leaves in $GITHUB_OUTPUT, one `name=value` per line.
 * @param {string} text
 */
function outputsIn(text) {
  const lines = text.split('\n').filter((line) => line !== '');
  const odd = lines.find((line) => !/^[\w-]+=/.test(line));
  if (odd !== undefined) throw new Error(`$GITHUB_OUTPUT: not a name=value: ${odd}`);
  return Object.fromEntries(lines.map((line) => [line.split('=', 1)[0], line.slice(line.indexOf('=') + 1)]));
}

/**
 * Without a function that asks for the state so far, a condition includes success().
 * @param {string | undefined} condition
 * @param {object} contexts
 * @param {boolean} isOk
 */
function holds(condition, contexts, isOk) {
  if (condition === undefined) return isOk;
  const text = condition.replace(/^\s*\$\{\{([\s\S]*)\}\}\s*$/, '$1');
  const asksForState = /\b(success|failure|always|cancelled)\s*\(/.test(text);
  const value = evaluated(text, contexts, isOk);
  const isTrue = !['', 'false', '0'].includes(value.coerceString());
  return isTrue && (asksForState || isOk);
}

/**
 * @param {string} text
 * @param {object} contexts
 */
function filled(text, contexts) {
  return text.replaceAll(/\$\{\{([\s\S]*?)\}\}/g, (_, expression) =>
    evaluated(expression, contexts, true).coerceString(),
  );
}

/**
 * @param {string} expression
 * @param {object} contexts
 * @param {boolean} isOk
 */
function evaluated(expression, contexts, isOk) {
  const states = { success: isOk, failure: !isOk, always: true, cancelled: false };
  const functions = Object.entries(states).map(([name, state]) => {
    return { name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(state) };
  });
  const tree = new Parser(new Lexer(expression.trim()).lex().tokens, Object.keys(contexts), functions).parse();
  const context = /** @type {any} */ (asData(contexts));
  return new Evaluator(tree, context, new Map(functions.map((one) => [one.name, one]))).evaluate();
}

/**
 * @param {unknown} value
 * @returns {import('@actions/expressions').data.ExpressionData}
 */
function asData(value) {
  return JSON.parse(JSON.stringify(value ?? null), data.reviver);
}
