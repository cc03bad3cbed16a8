import { describe, expect, test } from 'vitest';
import { dottedPath, Finder, type ModulePath } from '../src/project/finder.ts';

/** What is told apart, the files, the importer, the import, the file that it means. */
type Row = readonly [string, readonly ModulePath[], ModulePath, string, ModulePath | null];

const SHOP = ['app.py', 'shop/__init__.py', 'shop/stock.py', 'shop/web/__init__.py', 'shop/web/views.py'];
const SRC = ['checks/check.py', 'src/shop/__init__.py', 'src/shop/stock.py', 'src/settings.py', 'src/cli.py'];
const SERVICES = [
  'services/billing/common/__init__.py',
  'services/billing/common/mail.py',
  'services/billing/helpers.py',
  'services/billing/jobs/nightly.py',
  'services/shipping/common/__init__.py',
  'services/shipping/common/mail.py',
  'services/shipping/helpers.py',
  'scripts/report.py',
];
const NAMESPACE = ['main.py', 'fleet/trucks.py', 'fleet/depot/gates.py', 'overseas/fleet/ships.py'];

const ANYWHERE: readonly Row[] = [
  ['a module beside the importer', ['a.py', 'b.py'], 'a.py', 'b', 'b.py'],
  ['a package', SHOP, 'app.py', 'shop', 'shop/__init__.py'],
  ['a module of a package', SHOP, 'app.py', 'shop.stock', 'shop/stock.py'],
  ['a package of a package', SHOP, 'app.py', 'shop.web', 'shop/web/__init__.py'],
  ['a module two packages deep', SHOP, 'app.py', 'shop.web.views', 'shop/web/views.py'],
  ['from within the package, by its full name', SHOP, 'shop/web/views.py', 'shop.stock', 'shop/stock.py'],
  ['no module beside the importer when both are in a package', SHOP, 'shop/web/__init__.py', 'views', null],
  ['no module of a package from outside of it', SHOP, 'app.py', 'stock', null],
  ['no part of a dotted name that begins inside a package', SHOP, 'app.py', 'web.views', null],
  ['no file', SHOP, 'app.py', 'store', null],
  ['no module of a known package', SHOP, 'app.py', 'shop.till', null],
  ['names are compared whole', ['a.py', 'my_shop.py', 'shop2.py'], 'a.py', 'shop', null],
  ['case counts', ['a.py', 'Shop.py'], 'a.py', 'shop', null],

  ['a package before a module of the same name', ['a.py', 'b.py', 'b/__init__.py'], 'a.py', 'b', 'b/__init__.py'],
  ['a package of the same name, the other way round', ['b/__init__.py', 'b.py', 'a.py'], 'a.py', 'b', 'b/__init__.py'],
  ['a module before a folder without `__init__`', ['a.py', 'b.py', 'b/c.py'], 'a.py', 'b', 'b.py'],

  ['src, from outside of it', SRC, 'checks/check.py', 'shop.stock', 'src/shop/stock.py'],
  ['src, a package', SRC, 'checks/check.py', 'shop', 'src/shop/__init__.py'],
  ['src, a module', SRC, 'checks/check.py', 'settings', 'src/settings.py'],
  ['src, from inside', SRC, 'src/cli.py', 'shop.stock', 'src/shop/stock.py'],
  ['src as a folder without `__init__`', SRC, 'checks/check.py', 'src.settings', 'src/settings.py'],

  ['a folder without `__init__`', NAMESPACE, 'main.py', 'fleet.trucks', 'fleet/trucks.py'],
  ['two such folders', NAMESPACE, 'main.py', 'fleet.depot.gates', 'fleet/depot/gates.py'],
  ['another portion of the same namespace', NAMESPACE, 'main.py', 'fleet.ships', 'overseas/fleet/ships.py'],
  ['the namespace itself is no file', NAMESPACE, 'main.py', 'fleet', null],
  ['a sibling inside a namespace', NAMESPACE, 'fleet/trucks.py', 'fleet.depot.gates', 'fleet/depot/gates.py'],

  [
    'the nearest of two packages',
    SERVICES,
    'services/billing/helpers.py',
    'common.mail',
    'services/billing/common/mail.py',
  ],
  [
    'the nearest for the other',
    SERVICES,
    'services/shipping/helpers.py',
    'common.mail',
    'services/shipping/common/mail.py',
  ],
  [
    'the nearest of two modules',
    SERVICES,
    'services/billing/jobs/nightly.py',
    'helpers',
    'services/billing/helpers.py',
  ],
  ['the nearest, from inside', SERVICES, 'services/billing/common/mail.py', 'helpers', 'services/billing/helpers.py'],
  ['two equally near packages', SERVICES, 'scripts/report.py', 'common.mail', null],
  ['two equally near modules', SERVICES, 'scripts/report.py', 'helpers', null],
  ['the full name decides', SERVICES, 'scripts/report.py', 'services.shipping.helpers', 'services/shipping/helpers.py'],
  ['a folder around the importer before the root', ['a.py', 'x.py', 'p/x.py', 'p/b.py'], 'p/b.py', 'x', 'p/x.py'],
  ['three, of which one is nearest', ['a/x.py', 'b/x.py', 'b/c/x.py', 'b/c/m.py'], 'b/c/m.py', 'x', 'b/c/x.py'],
  ['a stub where there is no code', ['a.py', 'shop/_fast.pyi'], 'a.py', 'shop._fast', 'shop/_fast.pyi'],
  ['a package of stubs', ['a.py', 'typings/maps/__init__.pyi'], 'a.py', 'maps', 'typings/maps/__init__.pyi'],
  ['code before the stub beside it', ['a.py', 'b.py', 'b.pyi'], 'a.py', 'b', 'b.py'],
  ['code before a nearer stub', ['p/a.py', 'p/b.pyi', 'q/b.py'], 'p/a.py', 'b', 'q/b.py'],
  ['no stub of a module inside a package', ['p/__init__.py', 'p/a.py', 'p/b.pyi'], 'p/a.py', 'b', null],
  ['no stub inside a package of stubs', ['a.py', 'p/__init__.pyi', 'p/b.pyi'], 'a.py', 'b', null],
  ['a file that is named as a module of scripts', ['a.py', 'queue.py'], 'a.py', 'queue', 'queue.py'],
  ['no file in the place of a built-in module', ['a.py', 'time.py'], 'a.py', 'time', null],
  ['no package in the place of a built-in module', ['a.py', 'sys/__init__.py'], 'a.py', 'sys', null],
  ['no file in the place of what Python starts with', ['a.py', 'os.py', 'os/path.py'], 'a.py', 'os.path', null],
  ['a module of a package that is named as a built-in one', ['a.py', 'p/time.py'], 'a.py', 'p.time', 'p/time.py'],
  ['three, two of them equally near', ['a/x.py', 'b/x.py', 'b/c/x.py', 'm.py'], 'm.py', 'x', null],
];

/** Names that a library has, too. */
const ON_PATH: readonly Row[] = [
  ['a file beside the importer', ['a.py', 'json.py'], 'a.py', 'json', 'json.py'],
  ['a file above the importer', ['p/q/a.py', 'json.py'], 'p/q/a.py', 'json', 'json.py'],
  ['a package above the importer', ['p/a.py', 'yaml/__init__.py'], 'p/a.py', 'yaml', 'yaml/__init__.py'],
  ['a file in src above the importer', ['checks/a.py', 'src/yaml.py'], 'checks/a.py', 'yaml', 'src/yaml.py'],
  ['a file in lib above the importer', ['checks/a.py', 'lib/yaml.py'], 'checks/a.py', 'yaml', 'lib/yaml.py'],
  ['not a file in some other folder', ['p/a.py', 'examples/redis.py'], 'p/a.py', 'redis', null],
  ['not a file below the importer', ['a.py', 'examples/redis.py'], 'a.py', 'redis', null],
  ['not a module of the own package', ['p/__init__.py', 'p/a.py', 'p/json.py'], 'p/a.py', 'json', null],
  ['not a module of another package', ['a.py', 'p/__init__.py', 'p/json.py'], 'a.py', 'json', null],
  ['not src of another project', ['one/a.py', 'two/src/yaml.py'], 'one/a.py', 'yaml', null],
  ['src of the own project', ['one/checks/a.py', 'one/src/yaml.py'], 'one/checks/a.py', 'yaml', 'one/src/yaml.py'],
  ['no stub of the same name', ['a.py', 'redis.pyi'], 'a.py', 'redis', null],
  ['no file in the place of a built-in module', ['a.py', 'time.py'], 'a.py', 'time', null],
  ['a file in the place of one that is not built in', ['s/a.py', 's/queue.py'], 's/a.py', 'queue', 's/queue.py'],
  ['a module of a shadowing package', ['a.py', 'google/maps.py'], 'a.py', 'google.maps', 'google/maps.py'],
];

describe.each([
  ['anywhere', ANYWHERE, false],
  ['on the path only', ON_PATH, true],
])('find, %s', (_, rows, onPath) => {
  test.each(rows)('%s', (_, paths, importer, name, expected) => {
    expect(new Finder(paths).find(name, importer, onPath)).toBe(expected);
    expect(new Finder([...paths].reverse()).find(name, importer, onPath)).toBe(expected);
  });
});

test('a package and a module of one name, twice and equally near, stay unknown in any order', () => {
  const paths = ['p/x.py', 'q/x.py', 'p/x/__init__.py'];
  const found = [paths, [...paths].sort(), [...paths].reverse()].map((order) =>
    new Finder(order).find('x', 'a.py', false),
  );
  expect(found).toEqual([null, null, null]);
});

test.each<[string, readonly ModulePath[], string, ModulePath | null]>([
  ['a module', SHOP, 'shop.stock', 'shop/stock.py'],
  ['a package', SHOP, 'shop.web', 'shop/web/__init__.py'],
  ['a package before a module', ['b.py', 'b/__init__.py'], 'b', 'b/__init__.py'],
  ['no other place than from the root', SRC, 'shop.stock', null],
  ['inside src', SRC, 'src.shop.stock', 'src/shop/stock.py'],
  ['in a folder without `__init__`', NAMESPACE, 'fleet.depot.gates', 'fleet/depot/gates.py'],
  ['the folder itself is no file', NAMESPACE, 'fleet', null],
  ['a stub where there is no code', ['p/a.py', 'p/_fast.pyi'], 'p._fast', 'p/_fast.pyi'],
  ['code before the stub beside it', ['p/a.pyi', 'p/a.py'], 'p.a', 'p/a.py'],
  ['code before a package of stubs', ['a/__init__.pyi', 'a.py'], 'a', 'a.py'],
  ['a built-in name, asked for relatively', ['time.py'], 'time', 'time.py'],
  [
    'below a folder with a dot in its name',
    ['v1.2/shop/stock.py'],
    dottedPath('v1.2/shop/stock.py'),
    'v1.2/shop/stock.py',
  ],
])('exact: %s', (_, paths, name, expected) => {
  expect(new Finder(paths).exact(name)).toBe(expected);
});

test.each<[ModulePath, string]>([
  ['app.py', 'app'],
  ['shop/stock.py', 'shop.stock'],
  ['shop/__init__.py', 'shop'],
  ['shop/stock.pyi', 'shop.stock'],
  ['shop/__main__.py', 'shop.__main__'],
  ['__init__.py', '__main__'],
])('%s has the name %s', (path, name) => {
  expect(dottedPath(path)).toBe(name);
});

test.each<[readonly ModulePath[], ModulePath, string]>([
  [['src/shop/__init__.py', 'src/shop/_fast.pyi'], 'src/shop/_fast.pyi', 'shop._fast'],
  [['src/shop/__init__.pyi', 'src/shop/web/__init__.pyi'], 'src/shop/web/__init__.pyi', 'shop.web'],
  [['typings/maps.pyi'], 'typings/maps.pyi', 'maps'],
  [['__init__.pyi'], '__init__.pyi', '__main__'],
])('of %j, %s is imported as %s', (paths, path, name) => {
  expect(new Finder(paths).importedAs(path)).toBe(name);
});

test('a dot in the name of a folder is no level', () => {
  expect(dottedPath('v1.2/shop/stock.py').split('.')).toHaveLength(3);
});
