import { useEffect, useState } from 'preact/hooks'
import { call, messageOf } from './api.ts'
import { world } from './place.ts'
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
  /** How often to ask again, in milliseconds; by default once. */
  readonly everyMs?: number
  /** The world to ask about; by default the one that is shown. */
  readonly world?: string
}

/** Asks the admin API, again for another world or token, and as often as it is told while the page is visible. */
export function useAnswer<Body> (path: string, { everyMs, world: name }: AnswerOptions = {}): Asked<Body> {
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
    const timer = everyMs === undefined
      ? undefined
      : setInterval(() => { if (!document.hidden) ask() }, everyMs)
    return () => {
      clearInterval(timer)
      abort.abort()
    }
  }, [path, asked, token.value, everyMs, round])

  return { body, error, refresh }
}
