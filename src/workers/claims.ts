/** Of each file of a run, which thread makes its index: in memory that threads share, so that none is made twice. */
export class Claims {
  readonly states: Int32Array<SharedArrayBuffer>;

  constructor(states: Int32Array<SharedArrayBuffer>) {
    this.states = states;
  }

  static of(files: number): Claims {
    return new Claims(new Int32Array(new SharedArrayBuffer(4 * files)));
  }

  /** For the thread that goes ahead: whether nobody else makes it. */
  begin(file: number): boolean {
    return Atomics.compareExchange(this.states, file, OPEN, BEGUN) === OPEN;
  }

  /** To be called when what was made has been sent. */
  end(file: number): void {
    Atomics.store(this.states, file, MADE);
    Atomics.notify(this.states, file);
  }

  /** For the thread that needs it now: takes it over, or waits for it. */
  need(file: number): 'take' | 'made' | 'late' {
    const state = Atomics.compareExchange(this.states, file, OPEN, TAKEN);
    if (state === BEGUN) Atomics.wait(this.states, file, BEGUN, PATIENCE);
    else if (state !== MADE) return 'take';
    return Atomics.load(this.states, file) === MADE ? 'made' : 'late';
  }
}

const OPEN = 0;
const TAKEN = 1;
const BEGUN = 2;
const MADE = 3;

/** Milliseconds after which a thread is taken for dead: no file takes as long. */
const PATIENCE = 5_000;
