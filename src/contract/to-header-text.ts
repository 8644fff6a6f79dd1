/** The characters that a header cannot carry (RFC 9110, section 5.5): Node sends the others as Latin-1. */
const UNSENDABLE = /[^\t\x20-\x7e\x80-\xff]/

/** Spaces and control characters at the ends of a text. */
const ENDS = /^[\0-\x20\x7f]+|[\0-\x20\x7f]+$/g

/** A line end that begins no new line: one header may be written over several (RFC 9112, section 5.2). */
const FOLD = /(?:\r\n|\r|\n)[ \t]+/g

/** A token (RFC 9110, section 5.6.2). */
const TOKEN = /^[!#$%&'*+.^_`|~\w-]+$/

/** Returns whether HTTP can carry a text as the value of a header. */
export function isHeaderText (text: string): boolean {
  return !UNSENDABLE.test(text)
}

/**
 * Returns a text as a header can carry it: in one line and without the line ends and spaces around it where that is
 * enough, else percent-encoded (RFC 3986, section 2.1), except its ASCII characters.
 */
export function toHeaderText (text: string): string {
  if (isHeaderText(text)) return text
  const trimmed = withoutEnds(text).replace(FOLD, ' ')
  return isHeaderText(trimmed) ? trimmed : trimmed.replace(/[^\t\x20-\x7e]+/g, encodePercent)
}

/** Returns whether a text can be the name of a header. */
export function isHeaderName (name: string): boolean {
  return TOKEN.test(name)
}

/** Returns a text without spaces and control characters around it. */
export function withoutEnds (text: string): string {
  return text.replace(ENDS, '')
}

/** Encodes text in UTF-8. It takes half of a surrogate pair too, which `encodeURIComponent` rejects. */
function encodePercent (text: string): string {
  const bytes = [...Buffer.from(text, 'utf8')]
  return bytes.map(byte => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
}
