// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {'development' | 'held-out'} Role */
/** @typedef {{ readonly name: string, readonly repository: string, readonly commit: string, readonly role: Role }} Project */

export const root = fileURLToPath(new URL('../../', import.meta.url));
/** Checkouts and reports; git ignores it. */
export const cache = join(root, '.ecosystem');
const list = 'ecosystem/projects.json';

/** @returns {Project[]} */
export function loadProjects() {
  return parseProjects(readFileSync(join(root, list), 'utf8'));
}

/**
 * @param {string} text
 * @returns {Project[]}
 */
export function parseProjects(text) {
  /** @type {Project[]} */
  const projects = JSON.parse(text);
  const names = new Set();
  for (const { name, repository, commit, role } of projects) {
    const broken = (/** @type {string} */ key) => new Error(`${list}: ${name}: ${key} is not valid`);
    if (!/^[\w.-]+$/.test(name) || names.has(name)) throw broken('name');
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) throw broken('repository');
    if (!/^[0-9a-f]{40}$/.test(commit)) throw broken('commit');
    if (role !== 'development' && role !== 'held-out') throw broken('role');
    names.add(name);
  }
  return projects;
}

/**
 * @param {readonly Project[]} projects
 * @param {readonly string[]} names none means all
 */
export function selectProjects(projects, names) {
  for (const name of names) {
    if (!projects.some((project) => project.name === name)) throw new Error(`${list} has no project ${name}`);
  }
  return names.length === 0 ? projects : projects.filter(({ name }) => names.includes(name));
}
