// @ts-check
import { randomFor } from './random.mjs';

const AREAS = (
  'billing orders catalog shipping accounts search reviews returns pricing loyalty messages calendar tickets invoices ' +
  'payroll fleet sensors weather archive library galleries recipes clinics lessons markets stations'
).split(' ');

const NOUNS = (
  'order customer invoice parcel ticket lesson sensor station recipe account message review price coupon shelf report ' +
  'payment address route driver batch label photo album chapter reading alarm room booking contract'
).split(' ');

/** Each a different name in one module: the position picks it. */
const VERBS = ['load', 'parse', 'merge', 'collect', 'refresh', 'export'];

/** Modules of a package in the order in which they come; a package that is cut short has the first ones. */
export const MODULES = /** @type {const} */ ([
  '__init__',
  'models',
  'parsing',
  'storage',
  'formats',
  'transport',
  'batches',
  'reports',
  'protocols',
  'repository',
  'cached_repository',
  'remote_repository',
  'audit_repository',
  'service',
  'sync_service',
  'mail_service',
  'stock_service',
  'quote_service',
  'handlers',
  'admin_handlers',
  'worker',
  'commands',
  'options',
  'constants',
  'checks',
]);

/** Modules of plain functions, lowest first: each calls the one before it. */
export const LAYERS = MODULES.slice(2, 8);

export const areaOf = (/** @type {number} */ place) =>
  `${AREAS[place % AREAS.length]}${place < AREAS.length ? '' : Math.floor(place / AREAS.length) + 1}`;

export const nounOf = (/** @type {number} */ place, /** @type {number} */ extra = 0) =>
  /** @type {string} */ (NOUNS[(place * 7 + extra * 11) % NOUNS.length]);

/** `order` as part of a class name. */
export const classNoun = (/** @type {number} */ place) => {
  const noun = nounOf(place);
  return `${noun[0]?.toUpperCase()}${noun.slice(1)}`;
};

/** The name of a plain function of a layer: `parse_orders`. */
export const functionName = (
  /** @type {number} */ place,
  /** @type {number} */ layer,
  /** @type {number} */ position,
) => `${VERBS[position % VERBS.length]}_${nounOf(place, layer)}s`;

/** How many lines a module has at least, 50 to 400, most of them at the lower end. */
export const sizeOf = (/** @type {string} */ seed, /** @type {string} */ path) => {
  const random = randomFor(seed, path, 'size');
  return 50 + Math.floor((random.below(1000) / 1000) ** 2 * 330);
};
