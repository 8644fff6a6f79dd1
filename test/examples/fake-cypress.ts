import assert from 'node:assert'

/** A request as an interception may change it. */
interface Intercepted {
  readonly headers: Record<string, string>
}

interface RequestOptions {
  readonly method: string
  readonly url: string
  readonly headers?: Record<string, string>
  readonly body?: object
}

type Command = (subject: unknown) => unknown
type Handler = (request: Intercepted) => void

/** What a test clicks on, and what the page then shows. */
export interface FakePage {
  click (button: string, send: (method: string, path: string, body?: object) => Promise<Response>): Promise<void>
  readonly status: () => string
}

/**
 * Plays the part of Cypress, which is not installed: queues the commands of a test, and runs them in order. A page of
 * the test's own sends the requests. Returns its globals, and the tests that they have registered.
 */
export function fakeCypress (page: FakePage) {
  const queue: Command[] = []
  const own: Record<string, (...args: unknown[]) => unknown> = {}
  const before: Array<() => void> = []
  const tests = new Map<string, () => void>()
  let handlers: Handler[] = []
  let base = ''

  const send = async (method: string, path: string, body?: object): Promise<Response> => {
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    for (const handler of handlers) handler({ headers })
    return await fetch(base + path, { method, headers, ...body && { body: JSON.stringify(body) } })
  }
  const then = (command: Command) => {
    queue.push(command)
    return chain
  }
  const chain = {
    its: (name: string) => then(subject => (subject as Record<string, unknown>)[name]),
    should: (_chainer: 'equal', value: unknown) => then(subject => assert.deepEqual(subject, value)),
    click: () => then(button => page.click(String(button), send))
  }
  const cy = {
    visit: () => chain,
    intercept (route: { readonly url: string }, handler: Handler) {
      base = route.url.replace('/**', '')
      handlers.push(handler)
    },
    contains: (selector: string, text: string) => then(() => {
      if (selector === 'button') return text
      assert.equal(page.status(), text)
    }),
    request: ({ body, headers, method, url }: RequestOptions) => then(async () => {
      const response = await fetch(url, {
        method,
        headers: { ...headers, ...body && { 'content-type': 'application/json' } },
        ...body && { body: JSON.stringify(body) }
      })
      assert.ok(response.ok, await response.clone().text())
      return { body: await response.json() }
    }),
    standin: (...args: unknown[]) => own['standin']?.(...args)
  }
  const globals = {
    cy,
    Cypress: { Commands: { add: (name: string, run: () => unknown) => { own[name] = run } } },
    beforeEach: (run: () => void) => before.push(run),
    it: (title: string, run: () => void) => tests.set(title, run)
  }

  /** Runs a test: first its hooks, then the commands. */
  async function run (title: string): Promise<void> {
    handlers = []
    for (const hook of before) hook()
    tests.get(title)?.()
    let subject: unknown
    for (const command of queue.splice(0)) subject = await command(subject)
  }
  return { globals, titles: () => [...tests.keys()], run }
}
