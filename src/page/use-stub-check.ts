import { useEffect, useState } from 'preact/hooks'
import { call } from './api.ts'
import { locateMistakes, syntaxMistake } from './locate-mistakes.ts'
import { mistakesOf } from './mistakes-of.ts'
import type { Mistake } from './mistakes-of.ts'

/** How long the text has to stay as it is before it is checked, in milliseconds. */
const DEBOUNCE_MS = 300

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
    const mistake = syntaxMistake(text)
    if (mistake !== undefined) return { state: 'invalid', mistakes: [mistake], warnings: [] }
    const { warnings } = await call<{ warnings: string[] }>('/stubs/check', { method: 'POST', text, signal })
    return { state: 'valid', mistakes: [], warnings }
  } catch (error) {
    return { state: 'invalid', mistakes: locateMistakes(text, mistakesOf(error)), warnings: [] }
  }
}
