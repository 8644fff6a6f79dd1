/** The smallest files of some types: a picture of one point, a page without text, an archive of nothing. */
const FILES = {
    'image/png': 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'image/gif': 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
    'image/jpeg': '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
    'image/svg+xml': toBase64('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'),
    'application/pdf': toBase64('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
    'application/zip': toBase64(`PK\u0005\u0006${'\0'.repeat(18)}`)
};
/** A file of a media type, for where a contract says no more of it; `undefined` for types that any bytes may be. */
export function sampleBytes(mediaType) {
    const file = FILES[mediaType];
    return file === undefined ? undefined : Buffer.from(file, 'base64');
}
function toBase64(text) {
    return Buffer.from(text, 'latin1').toString('base64');
}
