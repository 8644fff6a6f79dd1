import type { JsonObject } from '../documents/is-object.ts'
import type { Arrangement, Edit } from './edit.ts'
import { listObjects } from './list-objects.ts'
import { plainName } from './name-words.ts'

/** Members whose numbers grow, in this order. */
const GROWING: ReadonlyArray<readonly RegExp[]> = [
  [/^min(?:imum)?$/, /^(?:avg|average|mean)$/, /^max(?:imum)?$/],
  [/^low$/, /^(?:open|close)$/, /^high$/],
  [/p50$/, /p90$/, /p95$/, /p99$/],
  [/^(?:memory|disk|storage)?used(?:bytes)?$/, /^(?:memory|disk|storage)?total(?:bytes)?$/],
  [/^(?:enrolled|booked|occupied)$/, /^capacity$/]
]

/** Members that are the sums of others. */
const SUMS: ReadonlyArray<readonly [sum: RegExp, parts: readonly RegExp[]]> = [
  [/^(?:guests|guestcount|passengers)$/, [/^adults$/, /^children$/]],
  [/^totaltime$/, [/^prep(?:aration)?time$/, /^cook(?:ing)?time$/]]
]

/** Lists the edits by which numbers of one object agree: the least is below the most, a sum is that of its parts. */
export function listRelationEdits (value: unknown, { fixed }: Arrangement): Edit[] {
  const edits: Edit[] = []
  for (const { object, path } of listObjects(value, fixed)) {
    for (const [name, number] of [...grown(object), ...summed(object)]) {
      if (object[name] !== number && !fixed.has(object[name])) edits.push({ path: [...path, name], values: [number] })
    }
  }
  return edits
}

function grown (object: JsonObject): Array<[name: string, number: number]> {
  const changes: Array<[string, number]> = []
  for (const names of GROWING) {
    const members = names.map(name => find(object, name)).filter(member => member !== undefined)
    const numbers = members.map(([, number]) => number).sort((a, b) => a - b)
    for (const [index, [name]] of members.entries()) changes.push([name, numbers[index] ?? 0])
  }
  return changes
}

function summed (object: JsonObject): Array<[name: string, number: number]> {
  const changes: Array<[string, number]> = []
  for (const [sum, parts] of SUMS) {
    const whole = find(object, sum)
    const members = parts.map(part => find(object, part)).filter(member => member !== undefined)
    if (whole === undefined || members.length < parts.length) continue
    changes.push([whole[0], members.reduce((total, [, number]) => total + number, 0)])
  }
  return changes
}

function find (object: JsonObject, names: RegExp): [name: string, number: number] | undefined {
  for (const [name, number] of Object.entries(object)) {
    if (typeof number === 'number' && names.test(plainName(name))) return [name, number]
  }
  return undefined
}
