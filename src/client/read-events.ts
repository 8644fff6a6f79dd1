/** A server-sent event. */
export interface ServerEvent {
  readonly event: string
  readonly data: string
  /** The last id that the server has sent. */
  readonly id: string
}

/** Parses a stream of server-sent events (HTML Living Standard, section 9.2). */
export async function * readEvents (stream: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent, void, undefined> {
  let event = 'message'
  let data: string[] = []
  let id = ''
  for await (const line of readLines(stream)) {
    if (line === '') {
      if (data.length > 0) yield { event, data: data.join('\n'), id }
      event = 'message'
      data = []
      continue
    }
    const [, field = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? []
    if (field === 'event') event = value
    if (field === 'data') data.push(value)
    if (field === 'id') id = value
  }
}

async function * readLines (stream: ReadableStream<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      rest += decoder.decode(chunk.value, { stream: true })
      const lines = rest.split(/\r\n|\n|\r(?!$)/)
      rest = lines.pop() ?? ''
      yield * lines
    }
  } finally {
    // A reader that stops early ends the connection.
    await reader.cancel().catch(() => {})
  }
}
