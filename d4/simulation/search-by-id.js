import { compileEach } from "./declaration.js";
import { vocabularyOf } from "./language.js";
import { compileTemplate } from "./template.js";
import { compileWhere, holds } from "./where.js";
/** Reads `id` of a `find`, with any `where` beside it: the resource with an id, or those of a list, in its order and each once. */
export function compileSearchById(declaration, where, type, language) {
    const { conditions, id } = compileEach({
        id: () => compileTemplate(declaration, vocabularyOf(language)),
        conditions: () => compileWhere(where, type, language)
    });
    return scope => {
        const value = id(scope) ?? [];
        const ids = new Set((Array.isArray(value) ? value : [value]).map(String));
        const found = [];
        for (const id of ids) {
            const resource = scope.world.store.get(type.id, id);
            if (typeof resource === 'object' && holds(resource, conditions, scope))
                found.push(resource);
        }
        return found;
    };
}
