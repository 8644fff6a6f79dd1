import { escapePointer } from "../contract/json-pointer.js";
import { isObject } from "../contract/is-object.js";
const WHOLE = /^\$parameters\.([A-Za-z_][\w-]*)$/;
const WITHIN = /\{\$parameters\.([A-Za-z_][\w-]*)\}/g;
/** What the parameters of a scenario are where nothing is said of them. */
export function defaultParameters({ parameters = {} }) {
    return Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => [name, parameter.default]));
}
/**
 * Puts the values of parameters in the place of `$parameters.name`, with their type, and of `{$parameters.name}` within a longer
 * text or the name of a member, as text. What describes the scenario stays as it is.
 */
export function fillParameters({ description, parameters, ...content }, values) {
    return { description, ...fill(content, values) }; // an object stays one
}
/** Every place at which a value speaks of a parameter. */
export function listParameterUses(value, pointer = '') {
    if (typeof value === 'string')
        return namesIn(value).map(name => ({ name, pointer }));
    if (Array.isArray(value))
        return value.flatMap((item, index) => listParameterUses(item, `${pointer}/${index}`));
    if (!isObject(value))
        return [];
    return Object.entries(value).flatMap(([name, member]) => {
        const at = `${pointer}/${escapePointer(name)}`;
        return [...namesIn(name).map(name => ({ name, pointer: at })), ...listParameterUses(member, at)];
    });
}
function namesIn(text) {
    const [, whole] = WHOLE.exec(text) ?? [];
    return whole === undefined ? [...text.matchAll(WITHIN)].map(([, name = '']) => name) : [whole];
}
function fill(value, values) {
    if (typeof value === 'string')
        return fillText(value, values);
    if (Array.isArray(value))
        return value.map(item => fill(item, values));
    if (!isObject(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [String(fillText(name, values)), fill(member, values)]));
}
function fillText(text, values) {
    const [, whole] = WHOLE.exec(text) ?? [];
    if (whole !== undefined)
        return values[whole];
    return text.replace(WITHIN, (_all, name) => toText(values[name]));
}
function toText(value) {
    return typeof value === 'string' ? value : JSON.stringify(value);
}
