/** The codings of a response, the preferred one first (RFC 9110, section 8.4.1; RFC 7932; RFC 8878). */
const RESPONSE_CODINGS = ['zstd', 'br', 'gzip'] as const

/** A coding of a response. */
export type Coding = (typeof RESPONSE_CODINGS)[number]

/** The header that was parsed last: a client sends the same one with all of its requests, as a rule. */
let last: { readonly header: string, readonly codings: readonly Coding[] } = { header: '', codings: [] }

/**
 * Lists the codings that an `Accept-Encoding` header accepts, by its weights and then by our own preference; none where
 * it prefers the body as it is (RFC 9110, section 12.5.3).
 */
export function acceptedCodings (header: string): readonly Coding[] {
  if (header !== last.header) last = { header, codings: parseCodings(header) }
  return last.codings
}

function parseCodings (header: string): Coding[] {
  const weights = new Map(header.split(',').map(parseItem))
  const others = weights.get('*') ?? 0
  const least = weights.get('identity') ?? 0
  // A client that names no coding knows the oldest one.
  const weightOf = (coding: Coding): number => weights.get(coding) ?? (coding === 'gzip' ? others : 0)
  return RESPONSE_CODINGS
    .filter(coding => weightOf(coding) > 0 && weightOf(coding) >= least)
    .toSorted((one, other) => weightOf(other) - weightOf(one))
}

function parseItem (item: string): [coding: string, weight: number] {
  const [name = '', ...parameters] = item.toLowerCase().split(';').map(part => part.trim())
  const weight = parameters.find(parameter => /^q\s*=/.test(parameter))
  // A coding whose weight cannot be read is not used: the body as it is suits every client.
  return [name.replace(/^x-(?=gzip$)/, ''), weight === undefined ? 1 : toWeight(weight)]
}

function toWeight (parameter: string): number {
  const [, text = ''] = /^q\s*=\s*([01](?:\.\d*)?)$/.exec(parameter) ?? []
  return text === '' ? 0 : Math.min(1, Number(text))
}
