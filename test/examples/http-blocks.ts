/** A request in a block of the documentation. */
export interface ShownRequest {
  readonly kind: 'request'
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

/** A response in a block of the documentation. */
export interface ShownResponse {
  readonly kind: 'response'
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

/** Parses a block in HTTP notation: a first line, headers, and a body after an empty line. */
export function parseHttpBlock (text: string): ShownRequest | ShownResponse {
  const [head = '', ...rest] = text.trimEnd().split('\n\n')
  const [first = '', ...lines] = head.split('\n')
  const headers = Object.fromEntries(lines.map(line => {
    const [name = '', ...value] = line.split(':')
    return [name.toLowerCase(), value.join(':').trim()]
  }))
  const body = rest.length === 0 ? undefined : rest.join('\n\n')
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1]
  if (status !== undefined) return { kind: 'response', status: Number(status), headers, body }
  const [method = '', url = ''] = first.split(' ')
  return { kind: 'request', method, url, headers, body }
}

/**
 * Creates a pattern of a text, in which white space between parts of JSON is optional. `…` matches a host after `://`,
 * and an id, an instant or a number elsewhere: one word without quotes, commas and slashes.
 */
export function patternOf (shown: string): RegExp {
  const isJson = /^[[{]/.test(shown)
  const text = isJson ? shown.replaceAll(/("(?:[^"\\]|\\.)*")|\s+/g, '$1') : shown
  const escaped = text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped.replaceAll('://…', '://[^/\\s"]+').replaceAll('…', '[\\w.:+=-]+')}$`)
}
