import { isObject } from "../contract/is-object.js";
import { parsePointer } from "../contract/json-pointer.js";
import { shapeOf } from "../validation/shape.js";
const CREATE_WORDS = ['type', 'id', 'members', 'hidden', 'else'];
const CHANGE_WORDS = ['members', 'hidden', 'status', 'while', 'else'];
/**
 * Lists, by type, the members that a document's creations and changes set. A type that no operation creates is not there: what is
 * seeded may have any. Nothing is known where a creation has a mistake in it.
 */
export function listKnownMembers({ document, operations }) {
    const types = toObject(toObject(toObject(document)['x-standin']).resources);
    const givings = operations.flatMap(listGivings);
    if (givings.some(giving => !isSound(giving, types)))
        return new Map();
    const created = new Set(givings.flatMap(({ step, type }) => step.type === undefined ? [] : [type]));
    return new Map([...Map.groupBy(givings, ({ type }) => type)].filter(([type]) => created.has(type)).map(([type, ofType]) => [type, {
            shown: allNames(ofType.map(({ operation, step }) => namesOf(step.members, operation))),
            hidden: allNames(ofType.map(({ operation, step }) => namesOf(step.hidden, operation)))
        }]));
}
function listGivings(operation) {
    const { create, find, patch, update } = toObject(toObject(operation.definition)['x-standin']);
    const changed = String(toObject(create ?? find).type);
    return [
        ...create === undefined ? [] : [{ type: String(toObject(create).type), step: toObject(create), operation }],
        ...[update, patch].filter(isObject).map(step => ({ type: changed, step, operation }))
    ];
}
function isSound({ step, type }, types) {
    const { hidden = {}, members = {} } = step;
    const words = 'type' in step ? CREATE_WORDS : CHANGE_WORDS;
    return Object.keys(step).every(word => words.includes(word)) && type in types && isMembers(members) && isMembers(hidden);
}
function isMembers(value) {
    return isObject(value) || (typeof value === 'string' && value.startsWith('$'));
}
/** The names of members, or what is known of them where they are those of the request's body. */
function namesOf(members, operation) {
    if (typeof members === 'string')
        return namesInBody(members, operation);
    const names = Object.keys(toObject(members));
    return names.some(name => /^\$(?!\$)/.test(name)) ? 'any' : names.map(name => name.replace(/^\$\$/, '$'));
}
function namesInBody(expression, { body }) {
    const path = parsePointer(/^\$request\.body(?:#(.*))?$/s.exec(expression)?.[1] ?? '');
    if (!expression.startsWith('$request.body') || path === undefined)
        return 'any';
    const shapes = (body?.content ?? []).map(({ schema }) => path.reduce((shape, name) => shape.member(name), shapeOf(schema)));
    return allNames(shapes.map(({ isOpen, names }) => isOpen || names.length === 0 ? 'any' : names));
}
function allNames(lists) {
    const names = new Set();
    for (const list of lists) {
        if (list === 'any')
            return 'any';
        for (const name of list)
            names.add(name);
    }
    return names;
}
function toObject(value) {
    return isObject(value) ? value : {};
}
