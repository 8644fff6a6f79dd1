import { findResponse } from "../validation/response-validator.js";
import { DeclarationRefused, compileAll, compileEach } from "./declaration.js";
import { openFiles } from "./files.js";
import { compileObject, compileTemplate, toText } from "./template.js";
/** Reads a reply, or the name of one of the document's `x-standin.replies`. */
export function compileReply(declaration, use) {
    if (typeof declaration.value === 'string')
        return compileReply(replyNamed(declaration, use.language), inCommon(use));
    const declared = declaration.members(['status', 'headers', 'body', 'example'], ['status']);
    const { status, headers, body } = compileEach({
        status: () => compileStatus(declared.status ?? declaration, use),
        headers: () => declared.headers === undefined ? () => ({}) : compileHeaders(declared.headers, use.vocabulary),
        body: () => compileBody(declared, Number(declared.status?.value), use)
    });
    return scope => ({ status, headers: headers(scope), body: body({ ...scope, statusCode: status }), source: use.source });
}
/** Reads headers; one whose value is undefined is left out. */
export function compileHeaders(declaration, vocabulary) {
    compileAll(declaration.entries(), ([name, header]) => {
        if (!HEADER_NAME.test(name))
            header.refuse(`"${name}" cannot be the name of a header`);
    });
    const template = compileObject(declaration, vocabulary);
    return scope => {
        const headers = template(scope);
        for (const name in headers)
            headers[name] = headerText(headers[name]);
        return headers; // each was just made a string
    };
}
/** A token of RFC 9110 section 5.6.2. */
const HEADER_NAME = /^[!#$%&'*+.^_`|~\w-]+$/;
/** A value as a header can carry it (RFC 9110 section 5.5); what a request says may hold anything. */
function headerText(value) {
    return toText(value).replace(/[^\t\x20-\x7e]+/g, '?');
}
function replyNamed(declaration, { replies, usedReplies }) {
    const name = declaration.text();
    const reply = replies.get(name);
    if (reply === undefined)
        return declaration.refuseWord('reply', name, [...replies.keys()]);
    usedReplies.add(name);
    if (typeof reply.value === 'string')
        return reply.refuse('must be a reply, not the name of another');
    return reply;
}
/** A reply that several operations may give can speak of the requests of any. */
function inCommon(use) {
    return { ...use, vocabulary: { ...use.vocabulary, operations: use.language.operations } };
}
function compileStatus(declaration, { operation }) {
    const status = declaration.integer(200);
    if (status > 599)
        declaration.refuse(`${status} is no status of an answer: it must be from 200 to 599`);
    if (operation !== undefined && findResponse(operation, status) === undefined) {
        declaration.refuse(`the operation ${operation.id} documents no status ${status} (it has ${operation.responses.map(({ status }) => status).join(', ')})`);
    }
    return status;
}
function compileBody({ body, example }, status, { operation, vocabulary }) {
    if (example !== undefined) {
        if (body !== undefined)
            example.refuse('give either a body or an example, not both');
        return compileExample(example, status, operation);
    }
    if (body === undefined)
        return () => undefined;
    return compileBodyTemplate(body, vocabulary);
}
/** Reads a body: a template, or a file of the resource. */
export function compileBodyTemplate(body, vocabulary) {
    return isFile(body.value) ? compileFileBody(body, vocabulary) : compileTemplate(body, vocabulary);
}
function compileExample(declaration, status, operation) {
    if (operation === undefined)
        return declaration.refuse('no example can be named here, where it is not known which operation is answered: give a body');
    const response = findResponse(operation, status);
    // The status has been refused already.
    if (response === undefined)
        throw new DeclarationRefused();
    const examples = response.content.flatMap(({ examples }) => examples);
    const name = declaration.word(`example of ${operation.id} ${status}`, examples.map(({ name }) => name));
    const value = examples.find(example => example.name === name)?.value;
    return () => value;
}
function isFile(value) {
    return typeof value === 'object' && value !== null && '$file' in value;
}
function compileFileBody(declaration, { heads, known }) {
    const { $file } = declaration.members(['$file']);
    const index = $file?.integer(0) ?? 0;
    if (!heads.has('files'))
        declaration.refuse('there is no file here that could be sent: find or create a resource whose type declares "files"');
    const { names = [], what = '' } = known.files ?? {};
    if (names.length > 0 && !names.includes(String(index)))
        $file?.refuse(`there is no such ${what} (known: ${names.join(', ')})`);
    return scope => scope.subject && openFiles(scope.subject, scope)[index];
}
