import { isObject } from "../contract/is-object.js";
import { compileAllowed } from "./allowed.js";
import { deleteResource } from "./seed.js";
/** Reads `delete`: `true`, or `{ while, else }`. */
export function compileRemoval(declaration, type, language) {
    if (declaration.value !== true && !isObject(declaration.value))
        declaration.refuse('must be true, or { while, else }');
    const declared = declaration.value === true ? {} : declaration.members(['while', 'else'], ['while', 'else']);
    const { isAllowed, refuse } = compileAllowed(declared, type, language);
    return {
        step: scope => {
            const { now, subject } = scope;
            if (refuse === undefined || subject === undefined || isAllowed(subject.resource, now))
                return scope;
            return { reply: refuse(scope) };
        },
        remove: scope => {
            const { subject, subjects = [], world } = scope;
            for (const gone of subject === undefined ? subjects : [subject]) {
                scope.announce?.('deleted', gone, scope);
                deleteResource(type, gone.resource.id, world);
            }
        }
    };
}
