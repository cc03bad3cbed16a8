import { describe, expect, test } from 'vitest';
import { analyse } from '../src/analyse.ts';
import { configuration } from '../src/config/resolve.ts';
import { createParser } from '../src/python/parser.ts';
import { linesOf } from './support/comments.ts';
import { factFaults, parseFact } from './support/facts.ts';

const parser = await createParser();
const request = { cwd: '/nowhere', roots: [], ruleIds: [], config: [], isolated: true, select: null };
const { settings } = configuration({ ...request, ignore: [], extendSelect: [] }).forFolder('/nowhere');

const CODE = `
import requests
import vendor
from helper import read


def load(url):
    return fetch(url)


def fetch(url):
    read(url)
    vendor.warn()
    return requests.get(url)


def name(url: str):
    return url.upper()


def ask(url):
    vendor.ask(url)
    return tell(url)


def tell(url):
    return vendor.tell(url) or vendor.tell(url)


class Store:
    def load(self):
        return read("x")
`;
const HELPER = 'def read(path):\n    return open(path)\n\n\ndef read_twice(path):\n    return read(path)\n';

describe('a fact that holds', () => {
  test.each([
    'load blocks: load -> fetch -> requests.get',
    'load blocks[network]: load -> fetch -> requests.get',
    'load blocks[network, unbounded]: load -> fetch -> requests.get',
    'load blocks[file]: load -> fetch -> read -> open',
    'Store.load blocks: Store.load -> read -> open',
    'name does not block',
    'tell unknown: vendor.tell',
    'ask unknown: vendor.ask, vendor.tell',
  ])('%s', (fact) => {
    expect(faultsOf(`# fact: ${fact}`)).toEqual([]);
  });
});

describe('a fact that does not hold', () => {
  test.each([
    ['load does not block', 'in fact load blocks[network, unbounded]: load -> fetch -> requests.get; load blocks[file'],
    ['load unknown: vendor.warn', 'in fact load blocks'],
    ['load blocks: load -> requests.get', 'in fact load blocks'],
    ['load blocks: load -> fetch -> read -> open', 'in fact load blocks'],
    ['load blocks[db]: load -> fetch -> requests.get', 'in fact load blocks'],
    ['load blocks[network, bounded]: load -> fetch -> requests.get', 'in fact load blocks'],
    ['name blocks: name -> open', 'in fact name does not block'],
    ['name unknown: url.upper', 'in fact name does not block'],
    ['ask does not block', 'in fact ask unknown: vendor.ask, vendor.tell'],
    ['ask unknown: vendor.ask', 'in fact ask unknown: vendor.ask, vendor.tell'],
    ['ask blocks: ask -> vendor.ask', 'in fact ask unknown: vendor.ask, vendor.tell'],
    ['read blocks: read -> open', 'no function read in this file'],
    ['Store.save does not block', 'no function Store.save in this file'],
  ])('%s', (fact, wrong) => {
    expect(faultsOf(`# fact: ${fact}`)).toEqual([expect.stringContaining(`a.py:1: ${wrong}`)]);
  });
});

describe('what is almost a fact', () => {
  test.each([
    '# fact load does not block',
    '# fact: load blocks',
    '# fact: load blocks:',
    '# fact: load blocks[network] load -> open',
    '# fact: load does not block at all',
    '# fact: load is unknown',
    '# fact: load blocks[netwrok]: load -> open',
    '# fact: load blocks[file, huge]: load -> open',
    '#fact:load does not block',
  ])('%s', (text) => {
    expect(() => parseFact({ line: 1, text, alone: true })).toThrow(/^write|^no such/);
  });

  test.each(['# a fact: load does not block', '# facts', '# in fact it blocks'])('is not %s', (text) => {
    expect(parseFact({ line: 1, text, alone: true })).toBeNull();
  });
});

test('two functions of one name have no facts', () => {
  const twice = '\n\ndef read(path):\n    return path\n';
  expect(faultsOf('# fact: name does not block', `${CODE}${twice}${twice}`)).toEqual([]);
  expect(faultsOf('# fact: read does not block', `${CODE}${twice}${twice}`)).toEqual([
    'a.py:1: more than one function read in this file',
  ]);
});

function faultsOf(comment: string, code = CODE): string[] {
  const texts = { 'a.py': `${comment}\n${code}`, 'helper.py': HELPER };
  const files = Object.entries(texts).map(([path, text]) => ({ path, absolute: `/nowhere/${path}`, read: () => text }));
  const analysis = analyse(parser, files, settings, () => {});
  const { comments } = linesOf(parser.parse(texts['a.py']));
  return factFaults(files[0]!, comments, analysis);
}
