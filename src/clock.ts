/** What a run spends its time on, in the order it is told. */
export const STAGES = [
  'find files',
  'recall',
  'load parser',
  'read',
  'parse',
  'index',
  'judge',
  'keep',
  'compare',
  'write',
] as const;
export type Stage = (typeof STAGES)[number];

/** Milliseconds by stage. */
export type Times = Partial<Record<Stage, number>>;

/** Adds up how long stages take; what one stage does inside another counts for the inner one alone. */
export class Clock {
  #times: Times = {};
  #inner = 0;

  time<Result>(stage: Stage, work: () => Result): Result {
    const outer = this.#inner;
    this.#inner = 0;
    const start = performance.now();
    try {
      return work();
    } finally {
      const spent = performance.now() - start;
      this.add({ [stage]: spent - this.#inner });
      this.#inner = outer + spent;
    }
  }

  /** For what has to be waited for; nothing else is timed meanwhile. */
  async wait<Result>(stage: Stage, work: () => Promise<Result>): Promise<Result> {
    const start = performance.now();
    const before = this.#total();
    const result = await work();
    this.add({ [stage]: performance.now() - start - (this.#total() - before) });
    return result;
  }

  add(times: Times): void {
    for (const stage of STAGES) {
      const more = times[stage];
      if (more !== undefined) this.#times[stage] = (this.#times[stage] ?? 0) + more;
    }
  }

  /** What was added up since the last time this was asked. */
  take(): Times {
    const times = this.#times;
    this.#times = {};
    return times;
  }

  #total(): number {
    return Object.values(this.#times).reduce((sum, one) => sum + one, 0);
  }
}
