const EMPTY_PDF = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj',
  'trailer<</Root 1 0 R>>',
  '%%EOF',
  ''
].join('\n')

const EMPTY_ZIP = `PK\u0005\u0006${'\0'.repeat(18)}`

const EMPTY_SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const JPEG = [
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////',
  '////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA='
].join('')

/** The smallest files of some media types: an image of one pixel, a page without text, an empty archive. */
const FILES: Readonly<Record<string, Buffer>> = {
  'image/png': Buffer.from(PNG, 'base64'),
  'image/gif': Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
  'image/jpeg': Buffer.from(JPEG, 'base64'),
  'image/svg+xml': Buffer.from(EMPTY_SVG, 'latin1'),
  'application/pdf': Buffer.from(EMPTY_PDF, 'latin1'),
  'application/zip': Buffer.from(EMPTY_ZIP, 'latin1')
}

/** Returns a file of a media type, for a contract that says no more about it; `undefined` for other media types. */
export function sampleBytes (mediaType: string): Buffer | undefined {
  const file = FILES[mediaType]
  return file && Buffer.from(file)
}
