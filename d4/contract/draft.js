import { documentVersion } from "./document-version.js";
import { Origins } from "./origins.js";
import { createInvalidDocument } from "./problem.js";
import { createLocator, readDocument } from "./read-document.js";
/** Reads a text for its value, and keeps its places. Throws where it is neither YAML nor JSON. */
export function readText(text, file) {
    const reading = readDocument(text);
    if (reading.kind === 'unreadable')
        throw createInvalidDocument(reading.problems.map(problem => ({ file, ...problem })));
    return { file, text, value: reading.value, locate: createLocator(text) };
}
/** Begins a contract with a text. Throws where that is no OpenAPI document. */
export function createDraft(source, origin) {
    const { file, locate, value } = source;
    const problems = [];
    const version = documentVersion(value, (pointer, message) => problems.push({ file, place: locate(pointer), pointer, message }));
    if (version === undefined)
        throw createInvalidDocument(problems);
    // What has a version is an object.
    return { origin, version, document: value, texts: [source.text], origins: new Origins(source), warnings: [] };
}
