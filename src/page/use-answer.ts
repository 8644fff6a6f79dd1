import { useEffect, useState } from 'preact/hooks'
import { call, messageOf } from './api.ts'
import { listen } from './event-stream.ts'
import type { EventKind } from './event-stream.ts'
import { world } from './place.ts'
import { runSoon } from './run-soon.ts'
import { token } from './token.ts'

/** The response of the admin API to a request, as far as it is known. */
export interface Asked<Body> {
  readonly body: Body | undefined
  /** Why there is no newer answer. */
  readonly error: string | undefined
  /** Asks again. */
  readonly refresh: () => void
}

export interface AnswerOptions {
  /** The kinds of events after which it is asked again, as it is for a world that begins anew and for missed events. */
  readonly on?: readonly EventKind[]
  /**
   * How long to wait for further events, in milliseconds.
   * @default 100
   */
  readonly pauseMs?: number
  /** How often to ask again, in milliseconds; by default once. */
  readonly everyMs?: number
  /** The world to ask about, by default the one that is shown; an empty name stands for all worlds. */
  readonly world?: string
}

/** Asks the admin API, again for another world or token, after events, and as often as it is told. */
export function useAnswer<Body> (path: string, options: AnswerOptions = {}): Asked<Body> {
  const { everyMs, on, pauseMs = 100, world: name } = options
  const [body, setBody] = useState<Body>()
  const [error, setError] = useState<string>()
  const [round, setRound] = useState(0)
  const refresh = (): void => setRound(round => round + 1)
  const asked = name ?? world.value

  useEffect(() => setBody(undefined), [path, asked])
  useEffect(() => {
    const abort = new AbortController()
    const ask = async (): Promise<void> => {
      try {
        const body = await call<Body>(path, { world: asked, signal: abort.signal })
        setBody(body)
        setError(undefined)
      } catch (error) {
        if (!abort.signal.aborted) setError(messageOf(error))
      }
    }
    ask()
    const soon = runSoon(ask, pauseMs)
    const forget = listen(({ kind }) => {
      if (on !== undefined && (kind === 'gap' || kind === 'world' || on.includes(kind))) soon.ask()
    })
    const timer = everyMs === undefined
      ? undefined
      : setInterval(() => { if (!document.hidden) soon.ask() }, everyMs)
    return () => {
      clearInterval(timer)
      forget()
      soon.stop()
      abort.abort()
    }
  }, [path, asked, token.value, everyMs, round])

  return { body, error, refresh }
}
