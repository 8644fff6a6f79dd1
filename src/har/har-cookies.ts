import { splitCookies } from '../messages/parse-cookies.ts'
import type { HarCookie } from './har.ts'

type ShownHeaders = Readonly<Record<string, unknown>>

/** Lists the cookies of a request. Those of a header that is masked as a whole cannot be told apart. */
export function listRequestCookies ({ cookie }: ShownHeaders): HarCookie[] {
  if (typeof cookie !== 'string') return []
  const cookies: HarCookie[] = []
  for (const [name, values] of splitCookies(cookie, 'verbatim')) {
    for (const value of values) cookies.push({ name, value })
  }
  return cookies
}

/** Lists the cookies that a response sets, with their attributes (RFC 6265, section 4.1). */
export function listResponseCookies ({ 'set-cookie': given }: ShownHeaders): HarCookie[] {
  const headers: unknown[] = given === undefined ? [] : [given].flat()
  return headers.map(header => toCookie(String(header))).filter(cookie => cookie !== undefined)
}

function toCookie (header: string): HarCookie | undefined {
  const [pair = '', ...attributes] = header.split(';').map(part => part.trim())
  const end = pair.indexOf('=')
  if (end <= 0) return undefined
  const values = new Map(attributes.map(attribute => {
    const [name = '', value = ''] = attribute.split('=', 2)
    return [name.toLowerCase(), value] as const
  }))
  const path = values.get('path')
  const domain = values.get('domain')
  return {
    name: pair.slice(0, end),
    value: pair.slice(end + 1),
    ...path !== undefined && { path },
    ...domain !== undefined && { domain },
    httpOnly: values.has('httponly'),
    secure: values.has('secure')
  }
}
