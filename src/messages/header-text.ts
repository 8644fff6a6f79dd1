/** Returns text as a header can carry it (RFC 9110, section 5.5), at most 500 characters of it. */
export function headerText (text: string): string {
  return text.replace(/[^\x20-\x7e]+/g, '?').slice(0, 500)
}
