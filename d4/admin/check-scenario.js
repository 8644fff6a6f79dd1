import { isObject } from "../contract/is-object.js";
import { escapePointer } from "../contract/json-pointer.js";
import { InvalidScenario, InvalidStub } from "../errors.js";
import { defaultParameters, fillParameters, listParameterUses } from "../scenarios/scenario-parameters.js";
import { listSeedViolations } from "../simulation/seed.js";
import { createUnknown } from "../validation/create-unknown.js";
import { schemaValidator } from "../validation/schemas.js";
import { ViolationList } from "../validation/violation-list.js";
import { createViolation } from "../validation/violations.js";
import { withViolations } from "../validation/with-violations.js";
import { parseInstant } from "../worlds/clock.js";
import { DEFAULT_SETTINGS } from "../worlds/settings.js";
import { mergePatch } from "../simulation/merge-patch.js";
import { FILLED_SCENARIO, SCENARIO_DOCUMENT } from "./scenario-schemas.js";
/** Makes the check of scenarios: their form, their parameters, and whatever is in them as the admin API checks it. */
export function createScenarioCheck({ types }, checks) {
    const checkDocument = formOf(SCENARIO_DOCUMENT);
    const checkFilled = formOf(FILLED_SCENARIO);
    return (value, given = {}) => {
        refuse(checkDocument(value));
        const document = value; // as the form has it
        refuse(listParameterViolations(document, given));
        const parameters = { ...defaultParameters(document), ...given };
        const filled = fillParameters(document, parameters);
        refuse(checkFilled(filled));
        const { clock, resources = {}, settings = {}, stubs = [] } = filled; // as the form has it
        const seeds = Object.entries(resources).flatMap(([type, ofType]) => Object.entries(ofType).map(([id, seed]) => ({ type, id, seed })));
        refuse([
            ...listClockViolations(clock),
            ...checks.checkSettings({ ...DEFAULT_SETTINGS, ...mergePatch(DEFAULT_SETTINGS, settings) }).map(violation => within('/settings', violation)),
            ...Object.keys(resources).flatMap(name => types.has(name) ? [] : [createUnknown({ in: 'body', pointer: `/resources/${escapePointer(name)}` }, { what: 'a type of resource', word: name, known: types.keys() })]),
            ...seeds.flatMap(({ id, seed, type: name }) => {
                const type = types.get(name);
                return type === undefined ? [] : listSeedViolations(type, id, seed ?? {}).map(violation => within(`/resources/${escapePointer(name)}/${escapePointer(id)}`, violation));
            }),
            ...stubs.flatMap((stub, index) => listStubViolations(stub, `/stubs/${index}`, checks.parseStub))
        ]);
        const readySeeds = seeds.flatMap(({ id, seed, type: name }) => {
            const type = types.get(name);
            return type === undefined ? [] : [{ type, id, seed }];
        });
        return { parameters, clock, settings: choosingAsAWhole(settings), seeds: readySeeds, stubs };
    };
}
function formOf(definition) {
    const document = { openapi: '3.1.0', info: { title: 'scenario', version: '' }, paths: {}, scenario: definition };
    const reference = { contract: 'scenario', document, pointer: '/scenario', definition };
    const validate = schemaValidator(reference);
    return value => {
        const violations = new ViolationList();
        const errors = validate(value);
        if (errors !== undefined)
            violations.addErrors(errors, reference, { in: 'body', pointer: '' });
        return violations.list();
    };
}
function refuse(violations) {
    if (violations.length > 0)
        throw withViolations(InvalidScenario, violations);
}
function listParameterViolations({ parameters = {}, description, ...content }, given) {
    const known = Object.keys(parameters);
    const what = 'a parameter of this scenario';
    return [
        ...listParameterUses(content).filter(({ name }) => !known.includes(name)).map(({ name, pointer }) => createUnknown({ in: 'body', pointer }, { what, word: name, known })),
        ...Object.entries(given).flatMap(([name, value]) => {
            const spot = { in: 'body', pointer: `/parameters/${escapePointer(name)}` };
            if (!known.includes(name))
                return [createUnknown(spot, { what, word: name, known })];
            const usual = parameters[name]?.default;
            if (usual === null || typeOf(value) === typeOf(usual))
                return [];
            return [createViolation(spot, { rule: 'type', expected: `be ${typeOf(usual)}, as its default ${JSON.stringify(usual)} is` }, value)];
        })
    ];
}
function typeOf(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'a list';
    return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
/** What an operation answers is chosen as a whole: an example that was chosen before need not be one of another status. */
function choosingAsAWhole(settings) {
    const { operations } = settings;
    if (!isObject(operations))
        return settings;
    const whole = Object.entries(operations).map(([name, own]) => {
        const chooses = isObject(own) && ['code', 'example', 'dynamic'].some(word => word in own);
        return [name, chooses ? { code: null, example: null, dynamic: null, ...own } : own];
    });
    return { ...settings, operations: Object.fromEntries(whole) };
}
function listClockViolations(clock) {
    const now = clock?.now;
    if (now === undefined || parseInstant(now) !== undefined)
        return [];
    return [createViolation({ in: 'body', pointer: '/clock/now' }, { rule: 'format', expected: 'be an instant such as 2026-01-31T12:00:00Z' }, now)];
}
function listStubViolations(stub, pointer, parseStub) {
    try {
        parseStub(stub, '', pointer);
        return [];
    }
    catch (error) {
        if (!(error instanceof InvalidStub) || !('violations' in error))
            throw error;
        return error.violations; // which every such error carries
    }
}
/** What is wrong with a part, said of the whole. */
function within(pointer, violation) {
    const own = violation.in === 'body' ? violation.pointer : '';
    const head = `${violation.in} ${violation.pointer}`.trimEnd();
    const message = violation.message.startsWith(head) ? `body ${pointer}${own}${violation.message.slice(head.length)}` : violation.message;
    return { ...violation, in: 'body', pointer: pointer + own, message };
}
