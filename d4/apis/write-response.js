import { Readable } from 'node:stream';
import { isFileContent } from "../validation/is-file-content.js";
import { findMediaType, isJson, isXml, isXmlText, mediaTypeOf } from "../validation/media-type.js";
import { findResponse } from "../validation/response-validator.js";
import { writeBody } from "../validation/write-body.js";
import { trickle } from "./trickle.js";
const CORS_D1 = {'access-control-allow-origin': '*', 'access-control-expose-headers': '*'}
const JSON_TYPE = 'application/json; charset=utf-8';
/** Writes an answer, in pieces where that is scripted. */
export function writeResponse(reply, response, world) {
    if (response.trickle === undefined && reply.request.method !== 'HEAD' && response.status !== 204 && response.status !== 304 && typeof response.body === 'object' && response.body !== null && !Buffer.isBuffer(response.body) && !isFileContent(response.body) && response.headers['content-type'] === undefined) {
        const text = JSON.stringify(response.body);
        reply.hijack();
        const raw = reply.raw;
        raw.writeHead(response.status, { ...CORS_D1, ...response.headers, 'content-type': JSON_TYPE, 'content-length': Buffer.byteLength(text) });
        raw.end(text);
        return;
    }
    const payload = prepareResponse(reply, response);
    if (payload === undefined)
        return reply.send();
    if (isFileContent(payload))
        return reply.send(Readable.from(payload.chunks(), { objectMode: false }));
    if (response.trickle === undefined || world === undefined)
        return reply.send(payload);
    const body = Buffer.from(payload);
    return reply.header('content-length', body.length).send(trickle(body, response.trickle, world));
}
/**
 * Gives a reply the status and the headers of an answer, and tells what its body is. JSON is written as it is, never through a schema,
 * which would hide members that the contract does not know.
 */
export function prepareResponse(reply, { body, headers, status }) {
    reply.code(status).headers(headers);
    if (body === undefined || Buffer.isBuffer(body))
        return body;
    if (isFileContent(body)) {
        if (!reply.hasHeader('content-type'))
            reply.header('content-type', body.mediaType);
        reply.header('content-length', body.size);
        return body;
    }
    const contentType = reply.getHeader('content-type');
    if (contentType === undefined)
        reply.header('content-type', JSON_TYPE);
    if (contentType === undefined || isJson(mediaTypeOf(String(contentType))))
        return JSON.stringify(body);
    if (typeof body === 'string' && (isXmlText(body) || !isXml(mediaTypeOf(String(contentType)))))
        return body;
    return writeBody(body, String(contentType), schemaOf(reply, String(contentType), status)) ?? JSON.stringify(body);
}
/** The schema that the operation documents for a body, which says how it is written in some media types. */
function schemaOf({ request }, contentType, status) {
    const operation = request.routeOptions.config.standin?.(request).operation;
    const content = operation && findResponse(operation, status)?.content;
    return content && findMediaType(content, contentType)?.schema;
}
