import type { FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import type { CodeBlock } from './code-blocks.ts'
import { parseCurl } from './curl.ts'

const HOST = '127.0.0.1:4010'
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g

/**
 * Sends the requests of a page's blocks, line by line. A block that is no command shows the response to the last
 * request before it: word for word, except ids and instants.
 */
export async function playCurls (t: Test, app: FastifyInstance, blocks: readonly CodeBlock[]): Promise<void> {
  let last = ''
  for (const { language, text } of blocks) {
    if (language !== 'sh') {
      t.equal(masked(last.trim()), masked(text.trim()), text)
      continue
    }
    for (const line of text.trim().split('\n').filter(line => line.startsWith('curl '))) {
      const { body, headers, method, url } = parseCurl(line)
      const response = await app.inject({
        method: method as 'GET',
        url: url.replace(`http://${HOST}`, ''),
        headers: { host: HOST, ...headers },
        payload: body
      })
      t.ok(response.statusCode < 500, `${line} is answered with ${response.statusCode}: ${response.body}`)
      if (response.statusCode < 400) t.equal(response.headers['x-standin-violation'], undefined, line)
      last = response.body
    }
  }
}

/** Replaces ids and instants by names for them. */
export function masked (text: string): string {
  return text.replace(UUID, '<uuid>').replace(INSTANT, '<instant>')
}
