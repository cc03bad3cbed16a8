// @ts-check
/** @typedef {import('./random.mjs').Random} Random */

/**
 * Plain functions that do nothing to a loop, until the module has its size: most of real code is like that.
 *
 * @param {string[]} lines
 * @param {number} size
 * @param {Random} random
 */
export function fill(lines, size, random) {
  for (let number = 0; lines.length < size; number++) lines.push('', '', ...random.pick(SHAPES)(number, random));
}

/** @type {readonly ((number: number, random: Random) => string[])[]} */
const SHAPES = [
  (number, random) => [
    `def total_of_${number}(rows: list[dict[str, float]], rate: float = 0.${random.below(90) + 10}) -> float:`,
    '    """What the rows add up to, with what is due on top."""',
    '    total = 0.0',
    '    for row in rows:',
    `        if row.get("amount", 0.0) <= ${random.below(50)}:`,
    '            continue',
    '        total += row["amount"] * (1 + rate)',
    '    return round(total, 2)',
  ],
  (number, random) => [
    `def label_for_${number}(name: str, parts: list[str] | None = None) -> str:`,
    '    cleaned = name.strip().lower().replace(" ", "-")',
    '    if parts:',
    `        cleaned = "-".join([cleaned, *parts[:${random.below(8) + 2}]])`,
    `    return cleaned[:${random.below(60) + 20}]`,
  ],
  (number, random) => [
    `class Step${number}:`,
    '    """One step of a plan, in the order in which it was added."""',
    '',
    `    weight = ${random.below(100)}`,
    '',
    '    def __init__(self, name: str, before: "list[str] | None" = None) -> None:',
    '        self.name = name',
    '        self.before = before or []',
    '        self.notes: dict[str, str] = {}',
    '',
    '    @property',
    '    def is_first(self) -> bool:',
    '        return not self.before',
    '',
    '    def note(self, key: str, text: str) -> None:',
    `        if len(self.notes) < ${random.below(40) + 10}:`,
    '            self.notes[key] = text',
    '',
    '    def summary(self) -> str:',
    '        return f"{self.name} after {len(self.before)} others"',
  ],
  (number, random) => [
    `def choose_${number}(options: dict[str, int], wanted: str) -> int:`,
    '    try:',
    '        return options[wanted]',
    '    except KeyError:',
    `        ranked = sorted(options.items(), key=lambda pair: (-pair[1], pair[0]))[:${random.below(9) + 1}]`,
    '        return ranked[0][1] if ranked else 0',
  ],
];
