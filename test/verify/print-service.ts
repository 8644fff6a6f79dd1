import { request } from 'node:http'
import type { Test } from 'tap'
import { REAL_TIME, startService } from './start-service.ts'
import type { Call, Reply, Service, ServiceTime } from './start-service.ts'

/** The ways in which this service can differ from `prints.yaml`. */
export type PrintMistake =
  | 'answers 200 for 202'
  | 'makes a second job of a replay'
  | 'lets progress go back'
  | 'calls back twice'
  | 'never calls back'
  | 'calls back with a member missing'
  | 'omits Location'
  | 'needs no key'
  | 'needs no Idempotency-Key'
  | 'shows deleted prints'

export interface PrintOptions {
  readonly mistakes?: readonly PrintMistake[]
  readonly time?: ServiceTime
  readonly queuedMs?: number
  readonly printingMs?: number
  /** The key that is accepted. */
  readonly key?: string
}

interface Print {
  readonly id: number
  readonly title: string
  readonly at: number
}

/** Starts a service that does what `prints.yaml` says, made without any code of this project. */
export async function startPrints (t: Test, options: PrintOptions = {}): Promise<Service> {
  const service = new Prints(options)
  return await startService(t, call => service.answer(call))
}

class Prints {
  readonly #options: PrintOptions
  readonly #time: ServiceTime
  readonly #prints = new Map<number, Print>()
  readonly #replays = new Map<string, Reply>()
  #latest = 0

  constructor (options: PrintOptions) {
    this.#options = options
    this.#time = options.time ?? REAL_TIME
  }

  answer (call: Call): Reply {
    const [, collection, id, ...rest] = call.url.pathname.split('/')
    if (collection !== 'prints' || rest.length > 0) return error(404, 'There is nothing here.')
    const methods = id === undefined ? ['POST'] : ['GET', 'DELETE']
    if (!methods.includes(call.method)) {
      return { ...error(405, 'Not that way.'), headers: { allow: methods.join(', ') } }
    }
    const key = call.headers['x-api-key']
    const isKnown = key !== undefined && (this.#options.key === undefined || key === this.#options.key)
    if (!isKnown && !this.#has('needs no key')) return error(401, 'No key.')
    return id === undefined ? this.#create(call) : this.#one(call, id)
  }

  #has (mistake: PrintMistake): boolean {
    return this.#options.mistakes?.includes(mistake) === true
  }

  #create ({ headers, text }: Call): Reply {
    const key = headers['idempotency-key']
    if (typeof key !== 'string' && !this.#has('needs no Idempotency-Key')) return error(400, 'No Idempotency-Key.')
    if (!/^application\/json\b/.test(headers['content-type'] ?? '')) return error(400, 'Send JSON.')
    const body = parse(text)
    if (typeof body?.title !== 'string' || body.title === '') return error(400, 'A title is needed.')
    if (!['string', 'undefined'].includes(typeof body.callbackUrl)) return error(400, 'A callbackUrl is text.')
    const before = this.#replays.get(String(key))
    if (before !== undefined && !this.#has('makes a second job of a replay')) return before
    const print = { id: ++this.#latest, title: body.title, at: this.#time.now() }
    this.#prints.set(print.id, print)
    if (typeof body.callbackUrl === 'string') this.#announce(print, body.callbackUrl)
    const own: Record<string, string> = this.#has('omits Location') ? {} : { location: `/prints/${print.id}` }
    const status = this.#has('answers 200 for 202') ? 200 : 202
    const reply = { status, headers: own, body: this.#show(print) }
    this.#replays.set(String(key), reply)
    return reply
  }

  #one ({ method }: Call, id: string): Reply {
    if (!/^[1-9]\d*$/.test(id)) return error(400, 'An id is a number.')
    const print = this.#prints.get(Number(id))
    if (print === undefined) return error(404, 'No such print.')
    if (method === 'GET') return { status: 200, body: this.#show(print) }
    if (!this.#has('shows deleted prints')) this.#prints.delete(print.id)
    return { status: 204 }
  }

  #show ({ at, id, title }: Print): Record<string, unknown> {
    const { printingMs = 80, queuedMs = 40 } = this.#options
    const age = this.#time.now() - at
    if (age < queuedMs) return { id, title, status: 'queued', progress: 0 }
    if (age >= queuedMs + printingMs) return { id, title, status: 'done', progress: 100 }
    const share = Math.floor((age - queuedMs) * 100 / printingMs)
    return { id, title, status: 'printing', progress: this.#has('lets progress go back') ? 100 - share : share }
  }

  #announce (print: Print, callbackUrl: string): void {
    if (this.#has('never calls back')) return
    const { printingMs = 80, queuedMs = 40 } = this.#options
    this.#time.schedule(queuedMs + printingMs, async () => {
      const { title, ...rest } = this.#show(print)
      const body = this.#has('calls back with a member missing') ? rest : { title, ...rest }
      await post(callbackUrl, body)
      if (this.#has('calls back twice')) await post(callbackUrl, body)
    })
  }
}

function parse (text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}

function post (url: string, body: unknown): Promise<void> {
  return new Promise(resolve => {
    const sent = request(url, { method: 'POST', headers: { 'content-type': 'application/json' } }, response => {
      response.resume()
      response.on('end', () => resolve())
    })
    sent.on('error', () => resolve())
    sent.end(JSON.stringify(body))
  })
}

function error (status: number, message: string): Reply {
  return { status, body: { error: message } }
}
