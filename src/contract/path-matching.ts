/** How the paths of requests are compared with those of documents. */
export interface PathMatching {
  /**
   * Whether slashes in succession count as one.
   * @default false
   */
  readonly ignoreDuplicateSlashes?: boolean
  /**
   * Whether the letters A to Z are the same as a to z. Values of parameters keep their case.
   * @default false
   */
  readonly ignorePathCase?: boolean
}

/** Paths match as they are written. */
export const EXACT_PATHS: PathMatching = {}

/** Returns the form that all paths share which are the same to a matching. */
export function normalPath (path: string, { ignoreDuplicateSlashes, ignorePathCase }: PathMatching): string {
  const merged = ignoreDuplicateSlashes === true ? mergeSlashes(path) : path
  return ignorePathCase === true ? foldCase(merged) : merged
}

/** Returns a path, or a URL with a query, whose path has one slash where there are several in succession. */
export function mergeSlashes (url: string): string {
  if (!url.startsWith('/') || !url.includes('//')) return url
  const end = endOfPath(url)
  return url.slice(0, end).replace(/\/{2,}/g, '/') + url.slice(end)
}

/** Returns a text with a to z for A to Z. Other letters stay: requests have them encoded, as bytes without case. */
export function foldCase (text: string): string {
  return text.replace(/[A-Z]+/g, letters => letters.toLowerCase())
}

/** Matches the letters that need no encoding and have one. */
const ENCODED_LETTER = /%(?:[46][1-9a-f]|[57][\da])/gi

/** Returns a URL whose path has no letters from A to Z, encoded or not. */
export function foldUrlCase (url: string): string {
  const end = endOfPath(url)
  return foldCase(url.slice(0, end).replace(ENCODED_LETTER, decodeURIComponent)) + url.slice(end)
}

function endOfPath (url: string): number {
  const end = url.search(/[?#]/)
  return end === -1 ? url.length : end
}
