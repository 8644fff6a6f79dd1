/** A request of a `curl` command line in the documentation. */
export interface CurlRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

/**
 * Parses a `curl` command line of the documentation, with `-X`, `-H`, `-d` and `--json`. Examples run without curl
 * installed, and any other option fails the test.
 */
export function parseCurl (line: string): CurlRequest {
  const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
  if (words.shift() !== 'curl') throw new Error(`not a curl command: ${line}`)
  const read = { method: '', url: '', headers: {} as Record<string, string>, body: undefined as string | undefined }
  while (words.length > 0) {
    const word = words.shift() ?? ''
    if (word === '-X') read.method = words.shift() ?? ''
    else if (word === '-H') addHeader(read.headers, words.shift() ?? '')
    else if (word === '-d') {
      read.body = words.shift()
      read.headers['content-type'] ??= 'application/x-www-form-urlencoded'
    } else if (word === '--json') {
      read.body = words.shift()
      read.headers['content-type'] = 'application/json'
    } else if (word.startsWith('-')) throw new Error(`an option that the tests do not know: ${word}`)
    else read.url = word
  }
  return { ...read, method: read.method || (read.body === undefined ? 'GET' : 'POST') }
}

function addHeader (headers: Record<string, string>, text: string): void {
  const colon = text.indexOf(':')
  headers[text.slice(0, colon).toLowerCase()] = text.slice(colon + 1).trim()
}
