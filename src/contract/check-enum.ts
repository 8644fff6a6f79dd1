import { convertEnum } from '../documents/convert-enum.ts'
import type { ConvertedValues, WrittenAt } from '../documents/convert-enum.ts'
import type { Report } from '../documents/problem.ts'
import type { Part } from '../documents/walk-document.ts'

/** The most values that a message names. */
const MAX_VALUES = 3

/** Converts the values of a schema's `enum` or `const` to the type that it states, and reports those of another one. */
export function checkEnum (part: Part, report: Report, writtenAt: WrittenAt = String): void {
  if (part.kind !== 'schema') return
  const converted = convertEnum(part.value, (value, place) => writtenAt(value, part.pointer + place))
  if (converted !== undefined) report(`${part.pointer}/${converted.keyword}`, describe(converted))
}

function describe ({ after, before, type }: ConvertedValues): string {
  const readings = before.map((value, index) => `${JSON.stringify(value)} as ${JSON.stringify(after[index])}`)
  const more = readings.length > MAX_VALUES ? ` and ${readings.length - MAX_VALUES} more` : ''
  const hint = typeof after[0] === 'string' ? 'in quotes' : 'without quotes'
  const shown = readings.slice(0, MAX_VALUES).join(', ')
  return `the type is ${JSON.stringify(type)}, so values of another are read in it: ${shown}${more}; write them ${hint}`
}
