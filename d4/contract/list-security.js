import { isObject } from "./is-object.js";
import { resolveRef } from "./resolve-ref.js";
/** Lists the alternatives of an operation's security; empty where one of them asks for nothing. */
export function listSecurity(document, requirements) {
    const list = Array.isArray(requirements) ? requirements.filter(isObject) : [];
    const alternatives = list.map(requirement => Object.entries(requirement).flatMap(([name, scopes]) => {
        const part = document.components?.securitySchemes?.[name];
        const scheme = part === undefined ? undefined : resolveRef(document, part, '');
        return scheme === undefined ? [] : [{ name, definition: scheme.value, scopes: Array.isArray(scopes) ? scopes : [] }];
    }));
    // `{}` among the alternatives makes the others optional.
    return alternatives.some(schemes => schemes.length === 0) ? [] : alternatives;
}
