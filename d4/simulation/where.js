import { keyOf } from "../worlds/indexed-resources.js";
import { positionOf } from "./course.js";
import { compileAll } from "./declaration.js";
import { vocabularyOf } from "./language.js";
import { compileTemplate } from "./template.js";
/** Reads `where`: names of members, each with the value that it must equal. */
export function compileWhere(declaration, type, language) {
    return compileAll(declaration?.entries() ?? [], ([name, value]) => {
        if (name === type.statusMember)
            value.refuse(`"${name}" is the status of ${type.id}, which "where" does not look at: use "while"`);
        return compileCondition(name, value, type, language);
    });
}
/** Reads one condition of a `where`. */
export function compileCondition(name, value, type, language) {
    if (name === type.idMember)
        value.refuse(`"${name}" is the id of ${type.id}, which "where" does not look at: find by "id"`);
    if (name !== type.statusMember && type.stored?.includes(name) === false)
        value.refuseWord(`member of ${type.id} as it is created`, name, type.stored);
    return [name, compileTemplate(value, vocabularyOf(language))];
}
/** Reads `while` of a `find`. */
export function compileFits(declaration, type) {
    if (declaration === undefined)
        return () => true;
    const statuses = new Set(declaration.words('status', [...type.statuses]));
    return (resource, { now }) => statuses.has(positionOf(resource, type, now).status ?? '');
}
/** Tells whether a resource's members equal all values. */
export function holds(resource, conditions, scope) {
    return conditions.every(([name, value]) => keyOf([valueOf(resource, name)]) === keyOf([value(scope)]));
}
/** A member, shown or hidden. */
export function valueOf({ hidden, members }, name) {
    return members[name] ?? hidden[name];
}
