import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { fileSize } from '../files.ts';
import type { AheadOptions, LintOptions } from '../lint.ts';
import type { PackedIndex, Shelf } from '../packed-index.ts';
import { Claims } from './claims.ts';
import type { AheadOrder } from './order.ts';

/** Beside the bundle. There is none when running from source: Node cannot load that in a thread. */
const ENTRY = new URL('./ahead-worker.js', import.meta.url);

/** Bytes of source from which on another thread is worth its start. */
const LEAST = 1_000_000;

/** Null where it does not pay, or cannot be had. */
export function goAhead(options: LintOptions, { least = LEAST, entry = ENTRY }: AheadOptions): Ahead | null {
  let size = 0;
  for (const { absolute } of options.files) {
    if (size >= least) break;
    size += fileSize(absolute);
  }
  if (size < least) return null;
  try {
    return new Ahead(options, entry);
  } catch {
    return null;
  }
}

/** A thread that parses the files of a run before they are linted. Whoever lints takes what is made, and makes the rest. */
export class Ahead implements Shelf {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #claims: Claims;
  readonly #positions: ReadonlyMap<string, number>;
  readonly #made = new Map<string, PackedIndex>();
  #isDead = false;

  constructor({ files, native = false, sieve = true }: LintOptions, entry: URL) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#claims = Claims.of(files.length);
    this.#positions = new Map(files.map(({ absolute }, position) => [absolute, position]));
    const order: AheadOrder = {
      files: files.map(({ path, absolute, bytes }) => ({ path, absolute, named: !bytes })),
      native,
      sieve,
      claims: this.#claims.states,
      port: port2,
    };
    this.#worker = new Worker(entry, { workerData: order, transferList: [port2], resourceLimits: LIMITS });
    this.#worker.on('error', () => {
      this.#isDead = true;
    });
  }

  find(absolute: string, digest: string): Uint8Array | null {
    const position = this.#positions.get(absolute);
    if (position === undefined) return null;
    const need = this.#isDead ? 'take' : this.#claims.need(position);
    // What never comes is not waited for twice.
    if (need === 'late') this.#isDead = true;
    for (let sent = receiveMessageOnPort(this.#port); sent; sent = receiveMessageOnPort(this.#port)) {
      const packed = sent.message as PackedIndex;
      this.#made.set(packed.absolute, packed);
    }
    const made = this.#made.get(absolute);
    return made?.digest === digest ? made.bytes : null;
  }

  /** All that was taken over so far. */
  made(): Iterable<PackedIndex> {
    return this.#made.values();
  }

  async end(): Promise<void> {
    this.#port.close();
    await this.#worker.terminate();
  }
}

/** What is made is handed over at once, so little is enough, in megabytes. */
const LIMITS = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 512 };
