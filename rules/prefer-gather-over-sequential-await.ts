import type { Overlap } from '../src/project/questions.ts';
import type { PyNode } from '../src/python/node.ts';
import { createRule, type PythonRuleContext, report } from '../src/rule.ts';

type MessageId = 'row' | 'loop' | 'comprehension';
type Context = PythonRuleContext<MessageId>;

export default createRule<MessageId>({
  name: 'prefer-gather-over-sequential-await',
  docs: {
    description: 'Finds independent awaits that wait in line, in a row or in a loop, and could overlap',
    level: 'warning',
    tags: ['asyncio', 'performance', 'concurrency', 'latency'],
    precision: 'high',
  },
  messages: {
    row: '{{count}} awaits, one after another, {{verdict}} on each other. {{advice}}.',
    loop: 'Each round of this loop awaits on its own, one round after another. {{advice}}.',
    comprehension:
      'The awaits of this comprehension run one after another, like a loop, and {{verdict}} on each other. {{advice}}.',
  },
  options: { certainties: ['proven', 'likely'] },
  create(context) {
    return {
      await(node: PyNode) {
        const overlap = context.sourceCode.project.overlapAt(node);
        if (overlap) check(context, overlap);
      },
    };
  },
});

function check(context: Context, overlap: Overlap): void {
  report(context, {
    start: overlap.start,
    end: overlap.end,
    messageId: overlap.shape,
    data: {
      count: String(overlap.count),
      verdict: overlap.certainty === 'proven' ? 'do not depend' : 'do not seem to depend',
      advice: adviceFor(overlap, context.sourceCode.project.target),
    },
    function: overlap.function,
    why:
      overlap.shape === 'row'
        ? 'they take the time of the sum, not of the slowest'
        : 'it takes the time of all rounds together, not of the slowest one',
    effect: null,
    certainty: overlap.certainty,
    chain: [],
    related: overlap.awaits.slice(1),
  });
}

/** TaskGroup came with Python 3.11 and cancels the others when one fails; before, there is gather. */
function adviceFor(overlap: Overlap, target: readonly [number, number]): string {
  const grouped = target[0] > 3 || target[1] >= 11;
  const tool = grouped ? '`asyncio.TaskGroup` (or `asyncio.gather`)' : '`asyncio.gather`';
  if (overlap.shape === 'row') return `Run them together with ${tool}`;
  const bound = overlap.unbounded ? ', bounded by an `asyncio.Semaphore` when there may be many' : '';
  return `Run the rounds together with ${tool}${bound}`;
}
