import { getByPointer } from "../contract/json-pointer.js";
import { resolveRef } from "../contract/resolve-ref.js";
import { UnusableSchema } from "../errors.js";
import { SchemaCompiler } from "./schema-compiler.js";
import { isSchema } from "./schema-keywords.js";
const compilers = new WeakMap();
const listeners = new WeakMap();
/**
 * Makes a validator of a schema that stays where it is in its document. It compiles when it is first used, and keeps what it compiled.
 * In a request, what is `readOnly` is not required; in a response, what is `writeOnly` (OpenAPI 3.0, Schema Object, Fixed Fields).
 */
export function schemaValidator(reference, direction) {
    let validate;
    return value => {
        validate ??= compile(reference, direction);
        return run(validate, value);
    };
}
/** The one compiler of a document's schemas. */
export function compilerOf(document) {
    let compiler = compilers.get(document);
    if (compiler === undefined)
        compilers.set(document, compiler = new SchemaCompiler(document, problem => listeners.get(document)?.(problem)));
    return compiler;
}
/** Lets a listener be told, once, of each thing that is left out of the schemas of a document because it cannot be used; each is found when its schema is first used. */
export function onUnusable(document, tell) {
    listeners.set(document, tell);
}
/** What has been left out so far of the schemas that begin at a place, because it cannot be used. */
export function listUnusable({ document, pointer }) {
    return compilerOf(document).problems.filter(problem => problem.pointer === pointer || problem.pointer.startsWith(`${pointer}/`));
}
/** Runs a compiled validator. */
export function run(validate, value) {
    try {
        // Ajv leaves its errors on the function, for the next call to replace.
        return validate(value) ? undefined : validate.errors ?? [];
    }
    catch (error) {
        if (error instanceof RangeError)
            return TOO_DEEP;
        throw error;
    }
}
/** Of a value that is nested deeper than there is room on the stack. */
const TOO_DEEP = [{ instancePath: '', schemaPath: '', keyword: 'depth', params: {}, message: 'must be nested less deeply' }];
function compile({ contract, document, definition, pointer: written }, direction) {
    // What is referred to would be compiled again for each reference.
    const pointer = Object.keys(definition).join() === '$ref' ? resolveRef(document, definition, written)?.pointer ?? written : written;
    if (!isSchema(getByPointer(document, pointer)))
        throw new UnusableSchema(contract, pointer, 'there is no schema at this place');
    return compilerOf(document).compile(pointer, direction);
}
