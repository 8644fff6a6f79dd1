/** Returns whether bodies of a media type are JSON: `application/json`, `application/problem+json`. */
export function isJson (mediaType: string): boolean {
  return mediaType === 'application/json' || mediaType === 'text/json' || mediaType.endsWith('+json')
}
