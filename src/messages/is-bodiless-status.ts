/**
 * Returns whether responses of a status have no body, whatever a document says (RFC 9110, sections 15.3.5, 15.3.6 and
 * 15.4.5).
 */
export function isBodilessStatus (status: number): boolean {
  return status === 204 || status === 205 || status === 304
}
