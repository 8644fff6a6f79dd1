import type { RequestBody } from '../contract/contract.ts'
import { generatorOf } from '../responses/generate-value.ts'
import type { World } from '../worlds/world.ts'

/**
 * Returns the first example of a body, or else a body generated from its schema; `undefined` if
 * no body is declared.
 */
export function sampleBody (declared: RequestBody | undefined, world: World): unknown {
  const [mediaType] = declared?.content ?? []
  if (mediaType === undefined) return undefined
  const {
    examples: [example],
    items,
    schema
  } = mediaType
  if (example !== undefined) return example.value
  const reference = items ?? schema
  if (reference === undefined) return {}
  const { value } = generatorOf(reference, 'request')(world, 'examples')
  return items === undefined ? value : [value]
}
