/**
 * What names say where nothing else is known. Only ever enough for "likely", never for "proven".
 * A name is read word by word: `get_user`, `fetchAll`, `_async_load_rows`.
 */
const READING: ReadonlySet<string> = new Set(
  (
    'get fetch load read list find search download resolve count lookup query retrieve describe head scan check exists ' +
    'has is estimate measure summarize evaluate score rank classify translate embed judge grade analyze ' +
    'analyse predict infer transcribe generate scrape crawl detect probe'
  ).split(' '),
);

/** Words that say that reading is not all it does. */
const CHANGING: ReadonlySet<string> = new Set(
  (
    'or and spawn submit upsert import make making create update set delete remove insert add save write store put push pop next lock acquire release start stop ' +
    'open connect close login send commit begin rollback increment decrement register unregister reset clear init into once lease approve approval confirm'
  ).split(' '),
);

/** Ending something: distinct objects can be ended at the same time. */
const CLOSING: ReadonlySet<string> = new Set(
  'close aclose stop shutdown disconnect terminate dispose cleanup teardown release unload cancel kill'.split(' '),
);

/** Things that do one thing at a time, when all that is known of them is their name. */
const ONE_AT_A_TIME =
  /(?:^|_)(?:session|sess|conn|connection|cursor|cur|reader|writer|stream|socket|sock|ws|websocket|file|fh|queue|channel|transaction|txn|tx|response|resp|request|req|db|pipe|pipeline|page|browser|driver|lock|semaphore|sem|proc|process|iterator|uow|terminal|tty|serial|smtp|imap|ftp|sftp|ssh|repl|shell|inbox|mailbox|subscription|pubsub|consumer)$/i;

/** Words of an identifier, in lower case; leading underscores and `async` say nothing. */
export function wordsOf(name: string): readonly string[] {
  let words = known.get(name);
  if (!words) {
    words = readWords(name);
    if (known.size === MOST) known.clear();
    known.set(name, words);
  }
  return words;
}

/** Every await asks about its name, by several of the questions below. */
const known = new Map<string, readonly string[]>();
const MOST = 10_000;

function readWords(name: string): readonly string[] {
  const words = name
    .replace(/^_+/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/_+/)
    .filter((word) => word !== '');
  return words[0] === 'async' || words[0] === 'a' || words[0] === 'do' ? words.slice(1) : words;
}

export function saysReading(name: string): boolean {
  const [first, ...rest] = wordsOf(name);
  if (first === undefined) return false;
  const isVerb = (word: string) => READING.has(word) || (word.startsWith('a') && READING.has(word.slice(1)));
  // `fetch_user`, `price_lookup`: English puts the verb first or last.
  const last = rest.at(-1);
  const verb = isVerb(first) || (last !== undefined && last.length > 3 && READING.has(last));
  return verb && !saysChanging(name);
}

export function saysChanging(name: string): boolean {
  return wordsOf(name).some((word) => CHANGING.has(word));
}

export function saysClosing(name: string): boolean {
  const [first, ...rest] = wordsOf(name);
  return first !== undefined && CLOSING.has(first) && rest.length <= 2;
}

/** Objects that stand for something outside the process. */
const OUTSIDE: ReadonlySet<string> = new Set('db database repository repo client api service gateway'.split(' '));

export function saysOutside(name: string): boolean {
  return OUTSIDE.has(wordsOf(name).at(-1) ?? '');
}

/** `is_ready`, `has_more`, `exists`. */
export function saysAsking(name: string): boolean {
  const [first] = wordsOf(name);
  return first === 'is' || first === 'has' || first === 'exists' || first === 'check';
}

/** Bringing something up to date: what one object does of it is nothing to the next. */
const UPDATING: ReadonlySet<string> = new Set('connect refresh update reload ping poll sync flush reset'.split(' '));

export function saysUpdating(name: string): boolean {
  const [first, ...rest] = wordsOf(name);
  return first !== undefined && UPDATING.has(first) && rest.length <= 1;
}

export function saysOneAtATime(name: string): boolean {
  return ONE_AT_A_TIME.test(name.replace(/^_+|_+$/g, ''));
}
