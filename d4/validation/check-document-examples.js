import { isObject } from "../contract/is-object.js";
import { escapePointer } from "../contract/json-pointer.js";
import { resolveRef } from "../contract/resolve-ref.js";
import { walkDocument } from "../contract/walk-document.js";
import { schemaValidator } from "./schemas.js";
import { toViolations } from "./to-violations.js";
const MAX_VIOLATIONS = 5;
/** Reports each example and default of a document that breaks the schema which it stands in, or beside. */
export function checkDocumentExamples(contract, report) {
    walkDocument(contract.document, part => {
        const examples = listExamples(contract, part);
        const at = part.kind === 'schema' ? part.pointer : `${part.pointer}/schema`;
        const definition = part.kind === 'schema' ? part.value : part.value.schema;
        if (examples.length > 0 && isObject(definition))
            holdTo(contract, { pointer: at, definition, examples }, report);
    });
}
function holdTo({ document, name }, { pointer, definition, examples }, report) {
    const reference = { contract: name, document, pointer, definition };
    const validate = schemaValidator(reference);
    for (const { word, value, at } of examples) {
        try {
            const errors = validate(value) ?? [];
            const { violations } = toViolations(errors, reference, { spot: { in: 'body', pointer: '' }, max: MAX_VIOLATIONS });
            for (const { message } of violations)
                report(at, `the ${word} breaks its schema: ${message.replace(/^body /, '')}`);
        }
        catch (error) {
            report(pointer, `the schema cannot be used: ${error instanceof Error ? error.message : String(error)}`);
            return;
        }
    }
}
function listExamples({ document }, { kind, value, pointer }) {
    const examples = listPlaces(kind, value).map(([name, example]) => ({ word: name === 'default' ? 'default' : 'example', value: example, at: `${pointer}/${name}` }));
    if (kind === 'schema')
        return examples;
    const named = Object.entries(isObject(value.examples) ? value.examples : {}).flatMap(([name, example]) => {
        const found = isObject(example) ? resolveRef(document, example, `${pointer}/examples/${escapePointer(name)}`) : undefined;
        return found !== undefined && 'value' in found.value ? [{ word: 'example', value: found.value.value, at: `${found.pointer}/value` }] : [];
    });
    return [...examples, ...named].filter(({ value }) => typeof value !== 'string' || !isWritten(pointer));
}
function listPlaces(kind, value) {
    const own = ['mediaType', 'parameter', 'header', 'schema'].includes(kind) && 'example' in value ? [['example', value.example]] : [];
    if (kind !== 'schema')
        return own;
    const listed = Array.isArray(value.examples) ? value.examples.map((example, index) => [`examples/${index}`, example]) : [];
    return 'default' in value ? [...own, ...listed, ['default', value.default]] : [...own, ...listed];
}
/** Whether examples at a place may be texts that write a value in a form other than JSON: XML, or a form. */
function isWritten(pointer) {
    const [, mediaType] = /\/content\/([^/]+)$/.exec(pointer) ?? [];
    return mediaType !== undefined && !/~1(?:.*\+)?json/i.test(mediaType);
}
