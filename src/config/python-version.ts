import type { PythonVersion } from './keys.ts';

/** `3.12`, or `py312` as ruff and black write it. */
export function parseVersion(text: string): PythonVersion | null {
  const match = /^(?:py3|3\.)(\d{1,2})$/.exec(text);
  return match === null ? null : [3, Number(match[1])];
}

/** The oldest version that a PEP 440 specifier such as `>=3.10,<4` lets in; null when it names no lower bound. */
export function oldestAllowed(requiresPython: string): PythonVersion | null {
  let oldest: PythonVersion | null = null;
  for (const clause of requiresPython.split(',')) {
    const match = /^\s*(?:>=|~=|===?|>|\^)\s*3\.(\d{1,2})(?![\d])/.exec(clause);
    if (match === null) continue;
    const minor = Number(match[1]);
    if (oldest === null || minor > oldest[1]) oldest = [3, minor];
  }
  return oldest;
}
