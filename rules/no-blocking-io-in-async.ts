import type { Stall, StallEffect } from '../src/project/questions.ts';
import type { PyNode } from '../src/python/node.ts';
import { capitalised, depthWords, inThread, nameOf, reachedBy, relatedEffects } from '../src/rule/stall-words.ts';
import { createRule, type PythonRuleContext, report, SITE_TYPES } from '../src/rule.ts';
import type { Cost, Kind } from '../src/types.ts';

type MessageId = 'direct' | 'chain' | 'callback' | 'raises' | 'raisesBelow';
type Context = PythonRuleContext<MessageId>;

export default createRule<MessageId>({
  name: 'no-blocking-io-in-async',
  docs: {
    description:
      'Finds synchronous I/O, sleeps and waits that run on the event loop, directly or through other functions',
    level: 'error',
    tags: ['asyncio', 'performance', 'concurrency', 'blocking'],
    precision: 'high',
  },
  messages: {
    direct: '{{name}} {{does}} on the event loop. {{advice}}.',
    chain: '`{{callee}}` {{does}} on the event loop: {{how}}{{depth}}. {{advice}}.',
    callback: 'The loop runs `{{callee}}`, which {{does}}: {{how}}{{depth}}. {{advice}}.',
    raises: '{{name}} raises RuntimeError here: the event loop is running already. {{advice}}.',
    raisesBelow:
      '`{{callee}}` would raise RuntimeError where it calls {{name}}: the event loop is running already. {{advice}}.',
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
  const effects = stall.effects.filter((effect) => effect.kind !== 'cpu');
  const [main] = effects;
  if (!main) return;
  report(context, {
    start: stall.start,
    end: stall.end,
    messageId: messageFor(stall, main),
    data: {
      name: main.callee === null ? capitalised(nameOf(main)) : nameOf(main),
      callee: main.callee ?? main.name,
      does: doesOf(main),
      how: reachedBy(main),
      depth: depthWords(main),
      advice: adviceFor(node, stall, main),
    },
    function: stall.function,
    why: main.raises ? '' : whyOf(main),
    effect: { kind: main.kind, cost: main.cost },
    certainty: null,
    chain: main.chain,
    related: relatedEffects(main, effects),
  });
}

function messageFor(stall: Stall, main: StallEffect): MessageId {
  if (main.raises) return main.callee === null ? 'raises' : 'raisesBelow';
  if (stall.handedOver) return 'callback';
  return main.callee === null ? 'direct' : 'chain';
}

/** Django's ORM asks whether a loop is running (docs: Asynchronous support, async safety). */
function doesOf({ kind, name }: StallEffect): string {
  return kind === 'db' && name.startsWith('django.')
    ? 'makes a query, which Django refuses with SynchronousOnlyOperation,'
    : DOES[kind];
}

const DOES: Readonly<Record<Kind, string>> = {
  sleep: 'sleeps',
  network: 'waits for the network',
  file: 'does file I/O',
  process: 'starts or waits for a process',
  db: 'waits for the database',
  wait: 'waits for another thread or process',
  input: 'waits for the keyboard',
  cpu: 'computes',
};

const WHY: Readonly<Record<Cost, string>> = {
  unbounded: 'every other task stands still until it returns, and nothing here bounds how long that takes',
  bounded: 'every other task stands still until it returns',
  micro: 'every other task stands still for a moment, which adds up where this runs often',
};

function whyOf({ kind, cost }: StallEffect): string {
  if (kind !== 'file' || cost === 'unbounded') return WHY[cost];
  return cost === 'bounded'
    ? `${WHY.bounded}: milliseconds on a good day, far longer on a slow disk or a busy machine`
    : `${WHY.micro}, or on a network file system`;
}

const OPENING = /^(?:open|io\.open|codecs\.open|os\.fdopen|(?:gzip|bz2|lzma)\.open|pathlib\.\w*Path\.open)$/;
const LAZY = /^(?:os\.(?:walk|fwalk|scandir)|glob\.iglob|pathlib\.\w*Path\.(?:glob|rglob|iterdir|walk))$/;

function adviceFor(node: PyNode, stall: Stall, main: StallEffect): string {
  if (main.raises) return 'Await the coroutine instead';
  if (stall.handedOver)
    return 'Let the callback start a task, or hand the work to a thread with `loop.run_in_executor`';
  if (main.kind === 'sleep' && main.callee === null && main.use !== null) return `Use \`await ${main.use}(...)\``;
  const moved = inThread(node);
  if (main.kind === 'wait' && main.name.endsWith('__exit__')) {
    return 'Shut it down in a thread, or keep one executor for the life of the program';
  }
  // A way out that is itself the move to a thread is said already.
  const use = main.use === null || /(?:to_thread|run_in_executor)$/.test(main.use) ? null : main.use;
  if (main.callee !== null) {
    return `Move the call off the loop with ${moved}${use === null ? '' : `, or make it a coroutine over \`${use}\``}`;
  }
  if (OPENING.test(main.name)) {
    const other = use === null ? '' : `, or use \`${use}\``;
    return `Open and use the file in one plain function, and await \`asyncio.to_thread\` of that${other}`;
  }
  if (LAZY.test(main.name))
    return 'Collect what it yields in a thread, since it works while it is iterated: `await asyncio.to_thread(lambda: list(...))`';
  return use === null ? `Move it off the loop with ${moved}` : `Use \`${use}\`, or move it off the loop with ${moved}`;
}
