import { Op } from '../../python/index/ops.ts';
import { listAt } from '../lists.ts';
import type { Mod } from '../value.ts';
import type { Awaiting } from './awaiting.ts';
import { awaitsIn, isWithin } from './awaits.ts';
import { anyOverlap, pathsRead, pathsWritten } from './paths.ts';

/** A statement, and the awaits that happen whenever it runs. */
export interface Step {
  readonly statement: number;
  readonly awaits: readonly number[];
}

/**
 * The stretches of a block in which two awaits may stand in a row, as far as the code shows without asking what is called:
 * compound statements end one, and so do an await that happens only sometimes and one that uses what the last one gave.
 */
export function stretchesOf(mod: Mod, awaiting: Awaiting, block: Iterable<number>): readonly Step[][] {
  const { op } = mod.index;
  const out: Step[][] = [];
  let steps: Step[] = [];
  let count = 0;
  let last: Place | null = null;
  const end = () => {
    if (count > 1) out.push(steps);
    steps = [];
    count = 0;
    last = null;
  };
  for (const statement of block) {
    switch (op[statement]) {
      case Op.Expression:
      case Op.Assign:
      case Op.Annotated:
      case Op.Augmented:
      case Op.Return: {
        const { always, others } = awaiting[statement] === 1 ? awaitsIn(mod, statement) : NONE;
        if (others) {
          end();
          break;
        }
        let awaits: number[] = [];
        if (count > 0) steps.push({ statement, awaits });
        for (const node of always) {
          if (last === null || isApart(mod, last, { node, statement })) {
            end();
            awaits = [];
            steps.push({ statement, awaits });
          }
          awaits.push(node);
          last = { node, statement };
          count++;
        }
        if (op[statement] === Op.Return) end();
        break;
      }
      case Op.Function:
        if (count > 0) steps.push({ statement, awaits: [] });
        break;
      case Op.Class:
      case Op.Import:
      case Op.ImportFrom:
      case Op.Pass:
        break;
      default:
        end();
    }
  }
  end();
  return out;
}

const NONE = { always: [], others: false };

interface Place {
  readonly node: number;
  readonly statement: number;
}

/** Whether two awaits that follow each other cannot be in one row, whatever they call. */
function isApart(mod: Mod, before: Place, { node, statement }: Place): boolean {
  const { index } = mod;
  const isOfCall = (at: number) => index.op[index.a[at] as number] === Op.Call;
  if (!isOfCall(node)) return true;
  // What is bound on the way counts even where the await itself does not.
  for (let at = before.node; at !== before.statement; at = index.parent[at] as number) {
    if (index.op[at] === Op.Walrus) return false;
  }
  if (!isOfCall(before.node) || isWithin(mod, before.node, node)) return true;
  if (before.statement === statement) return false;
  const written = new Set<string>();
  for (const target of targetsOf(mod, before.statement)) pathsWritten(mod, target, written);
  return written.size > 0 && anyOverlap(written, pathsRead(mod, index.a[node] as number));
}

function targetsOf({ index }: Mod, statement: number): readonly number[] {
  const op = index.op[statement];
  const a = index.a[statement] as number;
  if (op === Op.Assign) return listAt(index, a);
  return op === Op.Annotated || op === Op.Augmented ? [a] : [];
}
