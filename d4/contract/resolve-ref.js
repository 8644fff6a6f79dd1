import { isObject } from "./is-object.js";
import { getByPointer } from "./json-pointer.js";
/** Follows `$ref`s to what they mean; `undefined` where they lead nowhere, in a circle, or out of the document. */
export function resolveRef(document, part, pointer) {
    // What stands there may be anything: YAML makes an empty member null.
    if (!isObject(part))
        return undefined;
    const seen = new Set();
    let value = part;
    while (isReference(value)) {
        const target = toPointer(value.$ref);
        if (target === undefined || seen.has(target))
            return undefined;
        seen.add(target);
        const found = getByPointer(document, target);
        if (typeof found !== 'object' || found === null)
            return undefined;
        // What stands there is what the place of the reference asks for: check-document.ts reports what is not.
        value = found;
        pointer = target;
    }
    return { value, pointer };
}
/** The JSON pointer that a `$ref` within a document holds; `undefined` if it leads elsewhere. */
export function toPointer(ref) {
    if (!ref.startsWith('#'))
        return undefined;
    const fragment = ref.slice(1);
    if (fragment !== '' && !fragment.startsWith('/'))
        return undefined;
    if (!fragment.includes('%'))
        return fragment;
    try {
        return decodeURIComponent(fragment);
    }
    catch {
        return undefined;
    }
}
function isReference(value) {
    return '$ref' in value && typeof value.$ref === 'string';
}
