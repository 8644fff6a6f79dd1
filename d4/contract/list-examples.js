import { isObject } from "./is-object.js";
import { escapePointer } from "./json-pointer.js";
import { resolveRef } from "./resolve-ref.js";
/** Lists a media type's examples in the document's order; one without a name is called `default`. */
export function listExamples(source, { example, examples }, at) {
    const named = Object.entries(isObject(examples) ? examples : {}).flatMap(([name, part]) => {
        const found = resolveRef(source.document, part, `${at}/examples/${escapePointer(name)}`);
        // An `externalValue` is not fetched.
        if (found === undefined || !('value' in found.value))
            return [];
        return [toExample(source, name, found.value.value, `${found.pointer}/value`)];
    });
    return example === undefined ? named : [toExample(source, 'default', example, `${at}/example`), ...named];
}
function toExample(source, name, value, pointer) {
    return {
        name,
        value,
        source: 'example',
        // Finding lines means reading the file again, which start-up must not wait for.
        get where() {
            const { file = source.file, line } = source.locate(pointer);
            return `${file}:${line}`;
        }
    };
}
