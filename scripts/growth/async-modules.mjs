// @ts-check
import { areaOf, classNoun, functionName, LAYERS, MODULES } from './names.mjs';
import { CALLED, importOf, titled } from './sync-modules.mjs';

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {import('./sync-modules.mjs').Module} Module */

const REPOSITORIES = MODULES.slice(9, 13);

/**
 * A class of coroutines over one repository of the package and some plain functions: some block, some hand over to a
 * thread, some wait in line for what could be had at once.
 *
 * @param {string} name
 * @param {Module} module
 */
export function serviceModule(name, { place, random }) {
  const noun = classNoun(place);
  const repository = random.pick(REPOSITORIES);
  const store = repository === 'repository' ? `${noun}Repository` : `${noun}${titled(repository)}`;
  const layer = random.below(LAYERS.length);
  const called = functionName(place, layer, random.below(CALLED));
  const lines = [
    `"""${titled(name)} of ${areaOf(place)}."""`,
    'import asyncio',
    '',
    'import httpx',
    '',
    'from shop.core import Component, now_text',
    'from shop.core.retry import retried',
    'from shop.core.settings import load_settings, stamp',
    '',
    importOf(random, place, place, LAYERS[layer], `${called} as gather_rows`),
    `from .models import ${noun}`,
    importOf(random, place, place, repository, store),
    '',
    '',
    `class ${noun}${titled(name)}(Component):`,
    `    def __init__(self, store: ${store}, client: httpx.AsyncClient) -> None:`,
    '        super().__init__()',
    '        self.store = store',
    '        self.client = client',
    '        self.seen: dict[str, str] = {}',
    '',
    '    def check(self, key: str) -> bool:',
    '        return self.store.start(key)',
    '',
    '    def _titles(self, names: list[str]) -> list[str]:',
    '        return [row["name"].title() for row in self.store.rows(names)]',
    '',
    '    @retried(times=2)',
    `    async def find(self, key: str) -> ${noun}:`,
    '        self.seen[key] = now_text()',
    '        return await self.store.fetch(key)',
  ];
  for (let number = 0; number < 3; number++) lines.push('', ...random.pick(METHODS)(number));
  return lines;
}

/** @type {readonly ((number: number) => string[])[]} */
const METHODS = [
  (number) => [
    `    async def titles_${number}(self, names: list[str]) -> list[str]:`,
    '        return self._titles(names)',
  ],
  (number) => [
    `    async def collect_${number}(self, names: list[str]) -> int:`,
    '        rows = gather_rows(names)',
    '        return len(rows)',
  ],
  (number) => [
    `    async def collect_later_${number}(self, names: list[str]) -> int:`,
    '        rows = await asyncio.to_thread(gather_rows, names)',
    '        return len(rows)',
  ],
  (number) => [
    `    async def compare_${number}(self, left: str, right: str) -> bool:`,
    '        first = await self.client.get(f"https://example.org/{left}")',
    '        second = await self.client.get(f"https://example.org/{right}")',
    '        return first.text == second.text',
  ],
  (number) => [
    `    async def many_${number}(self, keys: list[str]) -> list[str]:`,
    '        found = []',
    '        for key in keys:',
    '            one = await self.find(key)',
    '            found.append(one.key)',
    '        return found',
  ],
  (number) => [
    `    async def together_${number}(self, keys: list[str]) -> list[str]:`,
    '        found = await asyncio.gather(*(self.find(key) for key in keys))',
    '        return [stamp(one.key) for one in found]',
  ],
  (number) => [
    `    async def configured_${number}(self, key: str) -> str:`,
    '        async with asyncio.timeout(5):',
    '            one = await self.find(key)',
    '        return load_settings().get(one.key, key)',
  ],
];

/**
 * @param {string} name
 * @param {Module} module
 */
export function handlersModule(name, { place, random }) {
  const noun = classNoun(place);
  const service = random.pick(MODULES.slice(13, 18));
  return [
    'import httpx',
    'from fastapi import APIRouter, Depends',
    '',
    `from .models import ${noun}`,
    `from .repository import ${noun}Repository`,
    importOf(random, place, place, service, `${noun}${titled(service)}`),
    '',
    `router = APIRouter(prefix="/${name}/${areaOf(place)}")`,
    '',
    '',
    `async def service() -> ${noun}${titled(service)}:`,
    '    async with httpx.AsyncClient() as client:',
    `        return ${noun}${titled(service)}(${noun}Repository(), client)`,
    '',
    '',
    '@router.get("/{key}")',
    `async def show(key: str, of: ${noun}${titled(service)} = Depends(service)) -> ${noun}:`,
    '    if not of.check(key):',
    `        return ${noun}(key)`,
    '    return await of.find(key)',
    '',
    '',
    '@router.get("/{key}/rows")',
    `async def rows(key: str, of: ${noun}${titled(service)} = Depends(service)) -> list[str]:`,
    '    return of.store.first([key]).split()',
  ];
}

/**
 * Calls into the package that comes next, which imports this one: a circle that waits for the call.
 *
 * @param {Module & { readonly next: string | null }} module
 */
export function workerModule({ place, random, next }) {
  const layer = random.below(LAYERS.length);
  const called = functionName(place, layer, random.below(CALLED));
  const lines = [
    'import asyncio',
    'from functools import partial',
    '',
    importOf(random, place, place, LAYERS[layer], called),
    '',
    '',
    'class Worker:',
    '    def __init__(self) -> None:',
    '        self.queue: asyncio.Queue[list[str]] = asyncio.Queue()',
    '',
    '    async def run(self) -> None:',
    '        loop = asyncio.get_running_loop()',
    '        while True:',
    '            names = await self.queue.get()',
    `            await loop.run_in_executor(None, partial(${called}, names))`,
    '            self.note(names)',
    '',
    '    def note(self, names: list[str]) -> None:',
    '        self.last = ", ".join(names)',
  ];
  if (next === null) return lines;
  return [
    ...lines,
    '',
    '    async def hand_on(self, names: list[str]) -> int:',
    `        from shop.${next}.parsing import down_0`,
    '',
    '        return down_0(len(names))',
  ];
}
