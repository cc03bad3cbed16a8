/** The process as the command line sees it; tests make their own. */
export interface Io {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Terminal;
  readonly stderr: Terminal;
  readonly readStdin: () => Promise<string>;
  /** Milliseconds from any fixed point. */
  readonly now: () => number;
  /** As in `v20.19.0 linux-x64`. */
  readonly platform: string;
  readonly machine: () => Machine;
  /** Most memory that the process has held, in bytes. */
  readonly peak: () => number;
}

/** What there is to share among threads. */
export interface Machine {
  readonly cores: number;
  /** Bytes that may still be taken. */
  readonly memory: number;
}

export interface Terminal {
  write(text: string): void;
  readonly isTTY: boolean;
  /** Undefined when the output is not a terminal. */
  readonly columns: number | undefined;
}

/** What was typed cannot be understood. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
