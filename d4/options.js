import { fileURLToPath } from 'node:url';
import { isObject } from "./contract/is-object.js";
import { nearest } from "./contract/nearest.js";
import { InvalidOption, UnknownOption } from "./errors.js";
import { parseInstant } from "./worlds/clock.js";
export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug', 'trace'];
/** The directory of the OpenAPI documents that ship. */
export const SHIPPED_OPENAPI = fileURLToPath(new URL('../openapi', import.meta.url));
/** The directory of canned bodies, rows and scenarios that ships. */
export const SHIPPED_FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url));
/** Whether just what ships with the package is served. */
export function isShipped({ fixtures, openapi, overlays }) {
    return openapi === SHIPPED_OPENAPI && fixtures === SHIPPED_FIXTURES && overlays.length === 0;
}
/** Checks the options and puts in what was left out. Throws `UnknownOption` or `InvalidOption`. */
export function withDefaults(options = {}) {
    for (const [name, value] of Object.entries(options))
        checkOption(name, value);
    const ships = options.openapi === undefined;
    const { openapi = SHIPPED_OPENAPI, overlays = [], mounts = {}, strict = false, allowRemoteRefs = false, fixtures = ships ? SHIPPED_FIXTURES : undefined, seed = 1, startsAt, maxWorlds = 1000, maxExchanges = 1000, maxResources = 100_000, bodyLimit = 2 ** 20, adminToken, callbackHosts, log = 'silent' } = options;
    const startsAtMs = startsAt === undefined ? undefined : parseInstant(startsAt);
    return { openapi, overlays, mounts, strict, allowRemoteRefs, fixtures, seed, startsAt: startsAtMs, maxWorlds, maxExchanges, maxResources, bodyLimit, adminToken, callbackHosts, log };
}
/** Tells what the value of an option must be, to be read after "must"; `undefined` where it is that. */
export function brokenRule(name, value) {
    const { be, holds } = RULES[name];
    return holds(value) ? undefined : be;
}
const TRUE_OR_FALSE = { be: 'be true or false', holds: value => typeof value === 'boolean' };
const RULES = {
    openapi: { be: 'be a directory or a list of files', holds: value => isText(value) || isList(value) },
    overlays: { be: 'be a list of files', holds: value => Array.isArray(value) && value.every(isText) },
    mounts: { be: 'name an API and its path, such as pets=/v2', holds: isMounts },
    strict: TRUE_OR_FALSE,
    allowRemoteRefs: TRUE_OR_FALSE,
    fixtures: { be: 'be a directory', holds: isText },
    seed: wholeNumber(0),
    startsAt: { be: 'be an instant such as 2026-01-01T00:00:00Z', holds: value => isText(value) && parseInstant(value) !== undefined },
    maxWorlds: wholeNumber(1),
    maxExchanges: wholeNumber(0),
    maxResources: wholeNumber(0),
    bodyLimit: wholeNumber(1),
    adminToken: { be: 'be some text', holds: isText },
    callbackHosts: { be: 'be a list of hosts', holds: isList },
    log: { be: `be one of ${LOG_LEVELS.join(', ')}`, holds: value => LOG_LEVELS.some(level => level === value) }
};
function checkOption(name, value) {
    if (!isOption(name)) {
        const near = nearest(name, Object.keys(RULES));
        throw new UnknownOption(name, near === undefined ? `the options are ${Object.keys(RULES).join(', ')}` : `did you mean ${near}?`);
    }
    const be = value === undefined ? undefined : brokenRule(name, value);
    if (be !== undefined)
        throw new InvalidOption(`The option ${name}`, be, JSON.stringify(value) ?? String(value));
}
function isOption(name) {
    return Object.hasOwn(RULES, name);
}
function wholeNumber(least) {
    return { be: `be a whole number of ${least} or more`, holds: value => Number.isSafeInteger(value) && Number(value) >= least };
}
function isText(value) {
    return typeof value === 'string' && value !== '';
}
function isMounts(value) {
    return isObject(value) && Object.entries(value).every(([name, prefix]) => name !== '' && typeof prefix === 'string' && /^\/(?:[^\s?#]*[^\s?#/])?$/.test(prefix));
}
function isList(value) {
    return Array.isArray(value) && value.length > 0 && value.every(isText);
}
