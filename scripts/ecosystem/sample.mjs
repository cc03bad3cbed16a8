// @ts-check
import { createHash } from 'node:crypto';

/** @typedef {import('./projects.mjs').Project} Project */
/** @typedef {import('./run.mjs').Finding} Finding */
/** @typedef {{ readonly project: Project, readonly finding: Finding }} Candidate */

/** Fewer projects than this would say more about them than about the rule. */
export const MIN_PROJECTS = 6;

/**
 * The most findings that one project may give: unless another number is asked for, so many that at least six projects are
 * in a full sample.
 *
 * @param {number} count
 * @param {number} [asked]
 */
export function capFor(count, asked) {
  return asked ?? Math.ceil(count / MIN_PROJECTS);
}

/**
 * A seeded random sample. Each candidate's rank is a hash of its own, so a finding that comes or goes leaves the order of
 * the others alone.
 *
 * @param {readonly Candidate[]} population
 * @param {{ readonly count: number, readonly seed: string, readonly cap: number }} options
 * @returns {Candidate[]}
 */
export function sample(population, { count, seed, cap }) {
  const ranked = population.map((candidate) => ({ candidate, rank: rankOf(candidate, seed) }));
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  const given = new Map();
  const drawn = [];
  for (const { candidate } of ranked) {
    const { name } = candidate.project;
    const before = given.get(name) ?? 0;
    if (drawn.length === count || before === cap) continue;
    given.set(name, before + 1);
    drawn.push(candidate);
  }
  return drawn;
}

/**
 * @param {Candidate} candidate
 * @param {string} seed
 */
function rankOf({ project, finding }, seed) {
  const { rule, place, fingerprint } = finding;
  return createHash('sha256').update([seed, project.name, rule, place.path, fingerprint].join('\0')).digest('hex');
}
