// @ts-check
import { areaOf, classNoun, functionName, LAYERS, MODULES, nounOf } from './names.mjs';

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {{ readonly place: number, readonly size: number, readonly random: Random }} Module `size` modules are in its package. */

/** Functions of a layer that others call. */
export const CALLED = 4;

/** A function at the foot of a chain, by what it does; most do nothing to a loop. */
const FEET = [
  ['    time.sleep(0.2)', '    return [{"name": name} for name in names]'],
  ['    with open("rows.txt") as lines:', '        return [{"name": line.strip()} for line in lines]'],
  ['    answer = requests.get("https://example.org/rows", timeout=5)', '    return answer.json()'],
  ['    done = subprocess.run(["ls", *names], capture_output=True, text=True)', '    return [{"name": done.stdout}]'],
  ['    key = hashlib.pbkdf2_hmac("sha256", names[0].encode(), b"salt", 400_000)', '    return [{"name": key.hex()}]'],
];
const QUIET = ['    return [{"name": name.strip()} for name in names if name]'];

/**
 * A layer of plain functions: each function calls one of the layer below, of the package or of the one before it, so that
 * chains are up to twice as long as there are layers. One pair of functions in neighbouring layers calls each other.
 *
 * @param {number} layer
 * @param {Module} module
 */
export function layerModule(layer, { place, size, random }) {
  const name = (/** @type {number} */ position) => functionName(place, layer, position);
  const imports = new Set(['import hashlib', 'import subprocess', 'import time', '', 'import requests', '']);
  const lines = [];
  for (let position = 0; position < CALLED; position++) {
    lines.push('', '', `def ${name(position)}(names: list[str]) -> list[dict[str, str]]:`);
    if (position >= 2) lines.push(`    return ${name(position - 2)}([name for name in names if name])`);
    else if (layer === 0) lines.push(...(random.chance(0.5) ? random.pick(FEET) : QUIET));
    else {
      const other = random.chance(0.2) && place > 0 ? place - 1 : place;
      const below = functionName(other, layer - 1, random.below(CALLED));
      imports.add(importOf(random, other, place, LAYERS[layer - 1], `${below} as below_${position}`));
      lines.push(
        `    rows = below_${position}(names)`,
        '    rows.sort(key=lambda row: row["name"])',
        '    return rows',
      );
    }
  }
  const up = layer + 1 < LAYERS.length && MODULES.indexOf(/** @type {any} */ (LAYERS[layer + 1])) < size;
  lines.push('', '', `def down_${layer}(depth: int) -> int:`, '    if depth <= 0:', '        return 0');
  if (layer % 2 === 0 && up) {
    // The other module imports this one at its top: Python allows the circle because this import waits for the call.
    lines.push(
      `    from .${LAYERS[layer + 1]} import down_${layer + 1}`,
      '',
      `    return down_${layer + 1}(depth - 1)`,
    );
  } else if (layer % 2 === 1) {
    imports.add(`from .${LAYERS[layer - 1]} import down_${layer - 1}`);
    lines.push(`    return down_${layer - 1}(depth - 1)`);
  } else lines.push('    return depth - 1');
  return [`"""${LAYERS[layer]} of ${areaOf(place)}."""`, ...imports, ...lines];
}

/** @param {Module} module */
export function modelsModule({ place, random }) {
  const noun = classNoun(place);
  return [
    `"""What ${areaOf(place)} is about."""`,
    'from dataclasses import dataclass, field',
    'from enum import Enum',
    '',
    `__all__ = ["State", "${noun}", "${noun}Line"]`,
    '',
    '',
    'class State(Enum):',
    '    NEW = "new"',
    '    DONE = "done"',
    '',
    '',
    '@dataclass',
    `class ${noun}Line:`,
    '    name: str',
    `    amount: float = ${random.below(100)}.0`,
    '',
    '',
    '@dataclass',
    `class ${noun}:`,
    '    key: str',
    '    state: State = State.NEW',
    `    lines: list[${noun}Line] = field(default_factory=list)`,
    '',
    '    @property',
    '    def total(self) -> float:',
    '        return sum(line.amount for line in self.lines)',
    '',
    '    def __post_init__(self) -> None:',
    '        self.key = self.key.strip()',
  ];
}

/**
 * Re-exports by star from those modules that are there.
 *
 * @param {Module} module
 */
export function packageModule({ place, size }) {
  const there = MODULES.slice(1, size).filter((name) => ['models', 'parsing', 'storage', 'repository'].includes(name));
  return [`"""The department ${areaOf(place)}."""`, ...there.map((name) => `from .${name} import *  # noqa: F403`)];
}

/** @param {Module} module */
export function protocolsModule({ place }) {
  const noun = classNoun(place);
  return [
    'from typing import Protocol, runtime_checkable',
    '',
    `from .models import ${noun}`,
    '',
    '',
    '@runtime_checkable',
    `class ${noun}Reader(Protocol):`,
    `    async def fetch(self, key: str) -> ${noun}: ...`,
    '',
    `    def rows(self, names: list[str]) -> list[dict[str, str]]: ...`,
  ];
}

/**
 * The first repository of a package derives from the class that all of the project share, the others from it.
 *
 * @param {string} name
 * @param {Module} module
 */
export function repositoryModule(name, { place, random }) {
  const noun = classNoun(place);
  const isFirst = name === 'repository';
  const own = isFirst ? `${noun}Repository` : `${noun}${titled(name)}`;
  const layer = random.below(LAYERS.length);
  const called = functionName(place, layer, random.below(CALLED));
  const lines = [
    isFirst ? 'from shop.core.base import Store' : `from .repository import ${noun}Repository`,
    random.chance(0.5) ? 'from shop.core.retry import logged' : 'from ..core.retry import logged',
    '',
    `from .models import ${noun}`,
    importOf(random, place, place, LAYERS[layer], `${called} as read_rows`),
    '',
    '',
    `class ${own}(${isFirst ? `Store[${noun}]` : `${noun}Repository`}):`,
    `    name = "${areaOf(place)} ${name}"`,
    '',
    '    def prepare(self) -> None:',
    '        super().prepare()',
    `        self.options["of"] = "${nounOf(place)}"`,
    '',
    '    def rows(self, names: list[str]) -> list[dict[str, str]]:',
    random.chance(0.4) ? '        return read_rows(names)' : '        return [{"name": name} for name in names]',
    '',
    '    @logged',
    '    def first(self, names: list[str]) -> str:',
    '        return self.rows(names)[0]["name"]',
    '',
    `    async def fetch(self, key: str) -> ${noun}:`,
    `        found = self.get(key)`,
    `        return found or ${noun}(key)`,
  ];
  return lines;
}

export const titled = (/** @type {string} */ name) =>
  name
    .split('_')
    .map((part) => `${part[0]?.toUpperCase()}${part.slice(1)}`)
    .join('');

/**
 * An import of `what` as one module of a package writes it: from the root, or relative to itself.
 *
 * @param {Random} random
 * @param {number} of
 * @param {number} from
 * @param {string | undefined} module
 * @param {string} what
 */
export function importOf(random, of, from, module, what) {
  if (random.chance(0.5)) return `from shop.${areaOf(of)}.${module} import ${what}`;
  return of === from ? `from .${module} import ${what}` : `from ..${areaOf(of)}.${module} import ${what}`;
}
