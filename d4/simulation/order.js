import { positionOf } from "./course.js";
import { compileAll } from "./declaration.js";
import { vocabularyOf } from "./language.js";
import { compileTemplate } from "./template.js";
import { valueOf } from "./where.js";
/** The word for the order in which resources were created. */
const CREATED = 'created';
/** Reads `sort`: names of members, a minus before one that goes down, as `-created,name`; or an expression that gives them. */
export function compileOrder(declaration, type, language) {
    if (declaration === undefined)
        return ({ now }) => createOrder([], type, now);
    if (typeof declaration.value === 'string' && !declaration.value.includes('$')) {
        const keys = parseKeys(declaration.value);
        const known = [CREATED, type.idMember, type.statusMember, ...type.stored ?? []].filter(name => name !== undefined);
        compileAll(keys, ({ name }) => {
            if (type.stored !== undefined && !known.includes(name))
                declaration.refuseWord(`member to sort ${type.id} by`, name, known);
        });
        return ({ now }) => createOrder(keys, type, now);
    }
    const template = compileTemplate(declaration, vocabularyOf(language));
    return scope => createOrder(parseKeys(String(template(scope) ?? '')), type, scope.now);
}
function parseKeys(text) {
    return text.split(',').map(part => part.trim()).filter(part => part !== '')
        .map(part => ({ name: part.replace(/^[+-]/, ''), direction: part.startsWith('-') ? -1 : 1 }));
}
function createOrder(keys, type, now) {
    const readers = keys.map(({ name }) => readerOf(name, type, now));
    const directions = keys.map(({ direction }) => direction);
    return {
        isDefault: keys.length === 0,
        placeOf: resource => [...readers.map(read => read(resource)), resource.number],
        compare(a, b) {
            for (const [index, direction] of directions.entries()) {
                const difference = compareValues(a[index], b[index]);
                if (difference !== 0)
                    return difference * direction;
            }
            return compareValues(a.at(-1), b.at(-1));
        }
    };
}
function readerOf(name, type, now) {
    if (name === type.idMember)
        return resource => type.showId(resource);
    if (name === type.statusMember)
        return resource => positionOf(resource, type, now).status;
    // A clock never goes back: what came later has the higher number.
    if (name === CREATED)
        return resource => valueOf(resource, name) ?? resource.number;
    return resource => valueOf(resource, name);
}
/** Numbers by size, all else as text; what is not there comes last. */
function compareValues(a, b) {
    if (a === b)
        return 0;
    if (a === undefined || a === null)
        return b === undefined || b === null ? 0 : 1;
    if (b === undefined || b === null)
        return -1;
    if (typeof a === 'number' && typeof b === 'number')
        return a - b;
    const [left, right] = [String(a), String(b)];
    return left < right ? -1 : Number(left > right);
}
