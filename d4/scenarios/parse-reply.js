import { validateHeaderName } from "../validation/node-http.js";
import { statusOf, successResponse } from "../contract/success-response.js";
import { compileAll, compileEach } from "../simulation/declaration.js";
import { compileBodyTemplate, compileHeaders } from "../simulation/reply.js";
import { findResponse } from "../validation/response-validator.js";
import { parseBy, parseTime } from "./parse-delay.js";
export const REPLY_WORDS = ['status', 'headers', 'body', 'example', 'generated', 'trickle'];
/** Reads a stub's reply; without a status it is the operation's best success. Whether it keeps to the contract is not looked at here. */
export function parseReply(declaration, { operation, vocabulary }) {
    const { body, example, generated, headers, status: declared, trickle } = declaration.parts();
    const status = declared === undefined ? defaultStatus(operation) : parseStatus(declared);
    const bodies = [body, example, generated?.value === true ? generated : undefined].filter(given => given !== undefined);
    const compiled = compileEach({
        headers: () => headers && parseHeaders(headers, vocabulary),
        body: () => body && compileBodyTemplate(body, vocabulary),
        example: () => example && parseExample(example, status, operation),
        generated: () => generated?.flag() ?? false,
        trickle: () => trickle && parseTrickle(trickle),
        oneBody: () => bodies.length > 1 && declaration.refuse('has several of "body", "example" and "generated", and can give only one of them')
    });
    return {
        status,
        generated: compiled.generated,
        ...compiled.headers !== undefined && { headers: compiled.headers },
        ...compiled.body !== undefined && { body: compiled.body },
        ...compiled.example !== undefined && { example: compiled.example },
        ...compiled.trickle !== undefined && { trickle: compiled.trickle }
    };
}
function defaultStatus(operation) {
    const success = successResponse(operation);
    return success === undefined ? 200 : statusOf(success);
}
function parseStatus(declaration) {
    const { value } = declaration;
    if (typeof value === 'number' && Number.isInteger(value) && value >= 200 && value <= 599)
        return value;
    return declaration.refuse(`must be a whole number from 200 to 599, but is ${JSON.stringify(value)}`);
}
function parseHeaders(declaration, vocabulary) {
    compileAll(declaration.entries(), ([name, header]) => checkHeader(name, header));
    const headers = compileHeaders(declaration, vocabulary);
    return scope => Object.fromEntries(Object.entries(headers(scope)).map(([name, value]) => [name.toLowerCase(), value]));
}
function checkHeader(name, declaration) {
    const { value } = declaration;
    if (typeof value === 'object')
        declaration.refuse('must be text');
    const text = String(value);
    try {
        validateHeaderName(name);
    }
    catch {
        declaration.refuse(`"${name}" is no name of a header`);
    }
    if (/[^\t\x20-\x7e]/.test(text))
        declaration.refuse(`${JSON.stringify(text)} cannot be sent in a header`);
}
function parseExample(declaration, status, operation) {
    const known = findResponse(operation, status)?.content.flatMap(({ examples }) => examples.map(({ name }) => name)) ?? [];
    return declaration.word(`example of ${operation.id} ${status}`, [...new Set(known)]);
}
function parseTrickle(declaration) {
    const { by, chunks, over } = declaration.members(['chunks', 'over', 'by'], ['chunks', 'over']);
    if (chunks === undefined || over === undefined)
        return declaration.refuse('needs "chunks" and "over"');
    return compileEach({ chunks: () => chunks.integer(2), ms: () => parseTime(over), by: () => parseBy(by) });
}
