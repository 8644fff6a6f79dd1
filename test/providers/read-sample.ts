import { readFileSync } from 'node:fs'

/** A request that a document prints, and the responses beside it. */
export interface Sample {
  readonly method: string
  readonly url: string
  readonly headers: Record<string, string>
  /** The printed body; `undefined` without one. */
  readonly body: string | undefined
  readonly answers: readonly SampleAnswer[]
}

export interface SampleAnswer {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: string
}

/** Reads `samples/<name>.http`: a request and the responses to it, with lines of three dashes between them. */
export function readSample (name: string): Sample {
  const text = readFileSync(new URL(`samples/${name}.http`, import.meta.url), 'utf8')
  const [request, ...answers] = text.trimEnd().split('\n---\n').map(readMessage)
  const [method = '', url = ''] = request?.start.split(' ') ?? []
  return {
    method,
    url,
    headers: request?.headers ?? {},
    body: request?.body,
    answers: answers.map(({ start, headers, body = '' }) => ({ status: Number.parseInt(start), headers, body }))
  }
}

interface Message {
  readonly start: string
  readonly headers: Record<string, string>
  readonly body: string | undefined
}

function readMessage (text: string): Message {
  const end = text.indexOf('\n\n')
  const [start = '', ...lines] = (end === -1 ? text : text.slice(0, end)).split('\n')
  const headers = lines.map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()])
  return { start, headers: Object.fromEntries(headers), body: end === -1 ? undefined : text.slice(end + 2) }
}
