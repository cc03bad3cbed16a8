import type { Stall, StallEffect } from '../src/project/questions.ts';
import type { PyNode } from '../src/python/node.ts';
import { capitalised, depthWords, inThread, nameOf, reachedBy, relatedEffects } from '../src/rule/stall-words.ts';
import { createRule, type PythonRuleContext, report, SITE_TYPES } from '../src/rule.ts';

type MessageId = 'direct' | 'chain' | 'callback';
type Context = PythonRuleContext<MessageId>;

export default createRule<MessageId>({
  name: 'cpu-bound-needs-thread',
  docs: {
    description: 'Finds CPU-heavy work on the event loop and says whether a thread is enough or a process is needed',
    level: 'warning',
    tags: ['asyncio', 'performance', 'concurrency', 'cpu'],
    precision: 'high',
  },
  messages: {
    direct: '{{name}} burns CPU on the event loop. {{advice}}.',
    chain: '`{{callee}}` burns CPU on the event loop: {{how}}{{depth}}. {{advice}}.',
    callback: 'The loop runs `{{callee}}`, which burns CPU: {{how}}{{depth}}. {{advice}}.',
  },
  options: { costs: ['unbounded', 'bounded'], chains: true },
  create(context) {
    const visit = (node: PyNode) => {
      for (const stall of context.sourceCode.project.stallsAt(node)) check(context, node, stall);
    };
    return Object.fromEntries(SITE_TYPES.map((type) => [type, visit]));
  },
});

function check(context: Context, node: PyNode, stall: Stall): void {
  // One call that both waits and computes is one finding, of the rule for waiting.
  const told = new Set(stall.effects.flatMap((effect) => (effect.kind === 'cpu' ? [] : [effect.name])));
  const effects = stall.effects.filter((effect) => effect.kind === 'cpu' && !told.has(effect.name));
  const [main] = effects;
  if (!main) return;
  const name = main.callee === null ? capitalised(nameOf(main)) : nameOf(main);
  report(context, {
    start: stall.start,
    end: stall.end,
    messageId: stall.handedOver ? 'callback' : main.callee === null ? 'direct' : 'chain',
    data: {
      name,
      callee: main.callee ?? main.name,
      how: reachedBy(main),
      depth: depthWords(main),
      advice: adviceFor(node, stall, main),
    },
    function: stall.function,
    why: 'async does nothing for work that never waits: every other task stands still until it is done',
    effect: { kind: main.kind, cost: main.cost },
    certainty: null,
    chain: main.chain,
    related: relatedEffects(main, effects),
  });
}

/** What helps depends on what the work does to the interpreter lock; see the rule's page for the measurements. */
function adviceFor(node: PyNode, stall: Stall, main: StallEffect): string {
  const thread = !stall.handedOver ? inThread(node) : '`asyncio.to_thread`';
  switch (main.gil) {
    case 'released':
      return `A thread is enough, since this C code releases the GIL: ${thread}`;
    case 'held':
      return 'This C code keeps the GIL, so a thread does not help: use a process (`ProcessPoolExecutor`), smaller pieces, or a library that releases it';
    case null:
      return `Move it off the loop: to a thread if it releases the GIL (${thread}), to a process if not (\`ProcessPoolExecutor\`)`;
    default:
      return 'Pure Python: `asyncio.to_thread` keeps the loop turning but shares one core; for throughput use `ProcessPoolExecutor` or a task queue such as Celery, arq or RQ';
  }
}
