import type { Io, Terminal } from './io.ts';

/** https://no-color.org and https://force-color.org; the flag wins over both. */
export function wantsColour(flag: string | null, env: Io['env'], terminal: Terminal | null): boolean {
  if (flag === 'always') return true;
  if (flag === 'never' || terminal === null || env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return terminal.isTTY && env.TERM !== 'dumb';
}

export interface Progress {
  readonly update: (done: number, total: number) => void;
  readonly clear: () => void;
}

const PATIENCE = 1000;
const REFRESH = 100;

/** One line that is rewritten in place, once work has taken a second; nothing where there is no terminal. */
export function progressLine(terminal: Terminal, now: () => number): Progress {
  if (!terminal.isTTY) return { update: () => {}, clear: () => {} };
  const start = now();
  let last = start + PATIENCE - REFRESH;
  let isShown = false;
  return {
    update(done, total) {
      if (now() - last < REFRESH) return;
      last = now();
      isShown = true;
      terminal.write(`\r\u001b[2Kchecking ${done} of ${total} files`);
    },
    clear() {
      if (isShown) terminal.write('\r\u001b[2K');
      isShown = false;
    },
  };
}
