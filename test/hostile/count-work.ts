import { Session } from 'node:inspector'
import type { Profiler } from 'node:inspector'
import type { Test } from 'tap'

/** Counts the work of what a function does until its promise settles. */
export type CountWork = <T>(run: () => Promise<T>) => Promise<{ result: T, work: number }>

/**
 * Begins to count work: the executions of functions and blocks, and the characters that methods of
 * strings go over. A count is the same on every machine, which a time is not. Only code that is
 * loaded afterwards is counted exactly: import the server then.
 */
export function startCounting (t: Test): CountWork {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const characters = countCharacters()
  t.teardown(() => {
    characters.stop()
    session.disconnect()
  })
  return async run => {
    takeExecutions(session)
    const before = characters.sum()
    const result = await run()
    return { result, work: characters.sum() - before + takeExecutions(session) }
  }
}

/** Returns how often functions and blocks were executed since it was last asked. */
function takeExecutions (session: Session): number {
  let scripts: readonly Profiler.ScriptCoverage[] = []
  session.post('Profiler.takePreciseCoverage', (error, coverage) => {
    if (error !== null) throw error
    scripts = coverage.result
  })
  let sum = 0
  for (const { functions, url } of scripts) {
    if (url.startsWith('node:') || url.endsWith('count-work.ts')) continue
    for (const { ranges } of functions) {
      for (const { count } of ranges) sum += count
    }
  }
  return sum
}

/** Methods of strings that go over their whole text, whatever they return. */
const WHOLE = ['split', 'replace', 'replaceAll', 'trim', 'toLowerCase']

type LengthOf = (text: string, args: readonly unknown[], result: unknown) => number

/** Counts the work of the engine itself, which the code that calls it does not show. */
function countCharacters (): { sum: () => number, stop: () => void } {
  let sum = 0
  const restores: Array<() => void> = []
  const intercept = (name: string, lengthOf: LengthOf): void => {
    const method: unknown = Reflect.get(String.prototype, name)
    if (typeof method !== 'function') throw new Error(`strings have no method ${name}`)
    Reflect.set(String.prototype, name, function (this: string, ...args: unknown[]): unknown {
      const result: unknown = Reflect.apply(method, this, args)
      sum += lengthOf(String(this), args, result)
      return result
    })
    restores.push(() => Reflect.set(String.prototype, name, method))
  }
  for (const name of WHOLE) intercept(name, text => text.length)
  intercept('indexOf', (text, [, from = 0], found) => (found === -1 ? text.length : Number(found)) - Number(from))
  intercept('lastIndexOf', (text, _args, found) => text.length - Math.max(0, Number(found)))
  return {
    sum: () => sum,
    stop: () => restores.forEach(restore => restore())
  }
}
