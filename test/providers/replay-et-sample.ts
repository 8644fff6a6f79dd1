import type { Test } from 'tap'
import { readSample } from './read-sample.ts'
import type { Standin } from '../start-standin.ts'

/** The headers whose values differ each time, with their form. */
const FORMS: Readonly<Record<string, RegExp>> = {
  'X-Request-Id': /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  'X-Runtime': /^\d+\.\d{6}$/
}

/** Sends a printed request, and compares the response with the printed one: the exact body, and each header. */
export async function replayEtSample (t: Test, { send }: Standin, name: string): Promise<void> {
  const { method, url, headers, body, answers: [printed] } = readSample(name)
  const answer = await send(method, url, body, headers)

  t.equal(answer.statusCode, printed?.status)
  t.equal(answer.body, printed?.body)
  for (const [header, value] of Object.entries(printed?.headers ?? {})) {
    const came = answer.headers[header.toLowerCase()]
    const form = FORMS[header]
    if (form === undefined) t.equal(String(came), value, `${header}: ${came}`)
    else t.match(came, form, `${header}: ${came} has the form of ${value}`)
  }
  t.comment(`${method} ${url}: ${answer.statusCode}, ${answer.headers['content-length']} bytes, all of them as printed`)
}
