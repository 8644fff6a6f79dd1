import { useEffect, useState } from 'preact/hooks'
import { ApiError, call, messageOf } from './api.ts'

/** How long the text has to stay as it is before it is checked, in milliseconds. */
const DEBOUNCE_MS = 300

/** A mistake in a stub. */
export interface Mistake {
  /** Where it is: a JSON pointer; empty for the whole. */
  readonly pointer: string
  readonly text: string
}

/** The verdict of the server on a stub. */
export interface StubCheck {
  readonly state: 'empty' | 'checking' | 'valid' | 'invalid'
  readonly mistakes: readonly Mistake[]
  readonly warnings: readonly string[]
}

const EMPTY: StubCheck = { state: 'empty', mistakes: [], warnings: [] }

/** Holds the text of a stub to its contract while it is typed. */
export function useStubCheck (text: string): StubCheck {
  const [check, setCheck] = useState(EMPTY)
  useEffect(() => {
    if (text.trim() === '') {
      setCheck(EMPTY)
      return
    }
    setCheck(check => ({ ...check, state: 'checking' }))
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      const result = await checkStub(text, abort.signal)
      if (!abort.signal.aborted) setCheck(result)
    }, DEBOUNCE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [text])
  return check
}

async function checkStub (text: string, signal: AbortSignal): Promise<StubCheck> {
  try {
    const body: unknown = JSON.parse(text)
    const { warnings } = await call<{ warnings: string[] }>('/stubs/check', { method: 'POST', body, signal })
    return { state: 'valid', mistakes: [], warnings }
  } catch (error) {
    return { state: 'invalid', mistakes: mistakesOf(error), warnings: [] }
  }
}

interface Violation {
  readonly pointer: string
  readonly message: string
}

/** Lists the mistakes that an error of the admin API tells of, or of the parser of JSON. */
export function mistakesOf (error: unknown): Mistake[] {
  if (error instanceof SyntaxError) return [{ pointer: '', text: `This is not JSON: ${error.message}` }]
  if (!(error instanceof ApiError)) return [{ pointer: '', text: messageOf(error) }]
  const violations = (error.problem.violations ?? []) as Violation[]  // as the document of the admin API says
  if (violations.length === 0) return [{ pointer: '', text: error.message }]
  return violations.map(({ message, pointer }) => {
    const text = message.startsWith(`${pointer}: `) ? message.slice(pointer.length + 2) : message
    return { pointer, text }
  })
}
