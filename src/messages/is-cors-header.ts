/**
 * Tells whether a header, by its name in lower case, tells a browser what pages may do (Fetch standard, CORS
 * protocol). Its value depends on the page that sends a request.
 */
export function isCorsHeader (name: string): boolean {
  return name.startsWith('access-control-')
}
