/** Whether a body is made while it is sent. */
export function isFileContent(body) {
    return typeof body === 'object' && body !== null && 'chunks' in body && typeof body.chunks === 'function' && 'mediaType' in body && typeof body.mediaType === 'string';
}
