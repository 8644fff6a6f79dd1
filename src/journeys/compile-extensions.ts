import { parseDuration } from '../worlds/duration.ts'
import type { ArazzoStep } from './arazzo.ts'
import type { ActionsContext } from './compile-actions.ts'
import { compileValue } from './compile-value.ts'
import type { Step } from './journey.ts'
import { ExpressionFault } from './known-names.ts'
import type { Refusal } from './refusals.ts'

/** How long a callback is waited for at most, where its step does not say. */
const CALLBACK_MS = 60_000

type Extensions = Pick<Step, 'waitMs' | 'callback' | 'download' | 'refusal'>

/** Compiles the members of a step that Arazzo lacks. */
export function compileExtensions (
  step: ArazzoStep,
  pointer: string,
  { compiler, values }: Pick<ActionsContext, 'compiler' | 'values'>
): Extensions {
  const { 'x-standin-callback': callback, 'x-standin-download': download, 'x-standin-wait': wait } = step
  const duration = (text: string, name: string): number =>
    compiler.attempt(`${pointer}/${name}`, () => readDuration(text)) ?? 0
  return {
    waitMs: wait === undefined ? 0 : duration(wait, 'x-standin-wait'),
    callback: callback && {
      name: callback.name,
      withinMs: callback.within === undefined ? CALLBACK_MS : duration(callback.within, 'x-standin-callback/within')
    },
    download: download && compiler.attempt(`${pointer}/x-standin-download`, () => ({
      url: compileValue(download.url, values),
      size: download.size === undefined ? undefined : compileValue(download.size, values)
    })),
    // A cast: the schema has the same list.
    refusal: step['x-standin-refusal'] as Refusal | undefined
  }
}

function readDuration (text: string): number {
  const duration = parseDuration(text)
  if (duration !== undefined) return duration
  throw new ExpressionFault(`"${text}" is no duration: write ISO 8601, such as PT5S or P7D`)
}
