import { availableParallelism, totalmem } from 'node:os';
import type { Io, Machine, Terminal } from './cli/io.ts';
import { main } from './cli/main.ts';

const io: Io = {
  cwd: process.cwd(),
  env: process.env,
  stdout: terminal(() => process.stdout),
  stderr: terminal(() => process.stderr),
  readStdin,
  now: () => performance.now(),
  platform: `node ${process.version} on ${process.platform}-${process.arch}`,
  machine,
  peak: () => process.resourceUsage().maxRSS * 1024,
};

// Setting the code rather than exiting lets what was written reach a pipe.
process.exitCode = await main(process.argv.slice(2), io);

/** Opens the stream when it is first asked for: that takes as long as all the rest of `--version`. */
function terminal(open: () => NodeJS.WriteStream): Terminal {
  let opened: NodeJS.WriteStream | null = null;
  const stream = (): NodeJS.WriteStream => {
    opened ??= open().on('error', onError);
    return opened;
  };
  const onError = (error: NodeJS.ErrnoException): void => {
    // `nostall | head` closes the pipe early; there is nobody left to tell.
    if (error.code === 'EPIPE') return;
    process.exitCode = 2;
    if (stream() !== process.stderr) process.stderr.write(`nostall: cannot write standard output: ${error.code}\n`);
  };
  return {
    write: (text) => void stream().write(text),
    get isTTY() {
      return stream().isTTY === true;
    },
    get columns() {
      return stream().columns;
    },
  };
}

function machine(): Machine {
  // What a container allows: undefined, 0 or more than any machine has when that is nothing.
  const limit = process.constrainedMemory() || Number.POSITIVE_INFINITY;
  return { cores: availableParallelism(), memory: Math.min(limit, totalmem()) };
}

async function readStdin(): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/^\ufeff/, '');
}
