import { BodyTooLarge, MalformedRequest, UnsupportedMediaType } from "../errors.js";
/** The codings of a body that are read (RFC 9110, section 8.4.1). */
export const CODINGS = ['gzip', 'deflate', 'br', 'zstd'];
/**
 * Hands on the bytes of a body; those that are compressed, as what they were before. What is wrong is told by errors that
 * carry no more than what came: the API has the words.
 */
export function readContent({ headers, routeOptions: { bodyLimit } }, bytes, done) {
    const codings = headers['content-encoding'];
    if (codings === undefined || bytes.length === 0)
        return done(null, bytes);
    // They were applied in the order in which they are listed.
    const applied = codings.toLowerCase().split(',').map(coding => coding.trim().replace(/^x-/, '')).filter(coding => coding !== '' && coding !== 'identity');
    decodeAll(bytes, applied, bodyLimit).then(body => done(null, body), done);
}
async function decodeAll(bytes, codings, limit) {
    const decoders = await loadDecoders();
    let body = bytes;
    for (const coding of codings.toReversed()) {
        const decode = decoders.get(coding);
        if (decode === undefined)
            throw new UnsupportedMediaType(coding);
        body = await decodeOnce(body, { coding, decode, limit });
    }
    return body;
}
/** Most requests are not compressed: what reads those that are is loaded with the first. */
async function loadDecoders() {
    const { brotliDecompress, gunzip, inflate, zstdDecompress } = await import('node:zlib');
    // Node 22 has zstd from 22.15 on.
    return new Map([['gzip', gunzip], ['deflate', inflate], ['br', brotliDecompress], ...zstdDecompress === undefined ? [] : [['zstd', zstdDecompress]]]);
}
function decodeOnce(bytes, { coding, decode, limit }) {
    return new Promise((resolve, reject) => decode(bytes, { maxOutputLength: limit }, (error, body) => {
        if (body !== undefined && error === null)
            return resolve(body);
        const isTooLarge = error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
        reject(isTooLarge ? new BodyTooLarge('') : new MalformedRequest(`is not ${coding}: ${error?.message}`));
    }));
}
