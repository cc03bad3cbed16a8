import { createHash } from 'node:crypto';
import type { Project } from '../../scripts/ecosystem/projects.mjs';
import type { Finding } from '../../scripts/ecosystem/run.mjs';

export const BLOCKING = 'no-blocking-io-in-async';

export function project(name: string): Project {
  return { name, repository: `owner/${name}`, commit: 'a'.repeat(40), role: 'held-out' };
}

export function finding(path: string, line: number): Finding {
  const place = { path, start: { line }, end: { line } };
  const fingerprint = createHash('sha256').update(`${path}:${line}`).digest('hex').slice(0, 16);
  const message = 'calls secret_name';
  return { rule: BLOCKING, level: 'error', message, place, function: 'f', chain: [], related: [], fingerprint };
}
