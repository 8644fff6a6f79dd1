import { isJson } from "../validation/media-type.js";
import { writeBody } from "../validation/write-body.js";
/** Writes a value in the first media type that a callback declares: text as it is where that is no JSON, or else a form, XML, lines or JSON. */
export function encodeBody(value, declared) {
    if (value === undefined)
        return undefined;
    const contentType = declared?.content[0]?.name ?? 'application/json';
    if (typeof value === 'string' && !isJson(contentType))
        return { contentType, text: value };
    return { contentType, text: writeBody(value, contentType, declared?.content[0]?.schema) ?? JSON.stringify(value) };
}
