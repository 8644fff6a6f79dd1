/** The path and query of a URL that was given out, to be sent to the server in process. */
export function pathOf (url = ''): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}
