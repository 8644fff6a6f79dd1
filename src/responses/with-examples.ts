import { exactJson } from '../exact-json.ts'
import type { Schema } from '../schemas/schema.ts'
import { unitsOf } from './budget.ts'
import { isSelected } from './discriminated-branches.ts'
import { kindsOf, valuesOf } from './facets.ts'
import type { Facets } from './facets.ts'
import type { Make } from './make.ts'

/** Returns a maker that uses the examples of its schemas where they may serve, except those that did not fit. */
export function withExamples (facets: Facets, make: Make): Make {
  const lists = facets.map(listExamples).filter(list => list.length > 0)
  if (lists.length === 0) return make
  const mayServe = testOf(facets)
  const examples = lists.map(list => list.filter(mayServe)).find(list => list.length > 0)
  if (examples === undefined) return make
  const isPassedOver = examples.map(() => false)
  const units: number[] = []
  return (run, room, depth) => {
    if (run.from !== 'examples') return make(run, room, depth)
    // The draw does not depend on what did not fit before, so that a run repeats.
    const start = run.random.below(examples.length)
    for (let step = 0; step < examples.length; step++) {
      const index = (start + step) % examples.length
      if (isPassedOver[index]) continue
      const value = examples[index]
      run.budget.take(units[index] ??= unitsOf(value))
      run.used.push({ value, passOver: () => { isPassedOver[index] = true } })
      return value
    }
    return make(run, room, depth)
  }
}

/** Returns the test of the examples that some schemas do not exclude by the values that they list. */
function testOf (facets: Facets): (example: unknown) => boolean {
  const values = valuesOf(facets, kindsOf(facets))?.map(value => exactJson.stringify(value))
  return example => (values?.includes(exactJson.stringify(example)) ?? true) && isSelected(example, facets)
}

function listExamples ({ example, examples }: Schema): readonly unknown[] {
  if (Array.isArray(examples) && examples.length > 0) return examples
  return example === undefined ? [] : [example]
}
