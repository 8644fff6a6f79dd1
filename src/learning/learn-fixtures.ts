import type { Contract } from '../contract/contract.ts'
import { isJson, mediaTypeOf } from '../messages/media-type.ts'
import { fitsMediaType, findResponse } from '../validation/response-validator.ts'
import { findMediaType } from '../messages/find-media-type.ts'
import type { Observed } from './observe.ts'
import type { LearningRedactor } from './redactor.ts'

/** The canned bodies of a recording, by their paths below the fixtures, and why some were left out. */
export interface LearnedFixtures {
  readonly files: ReadonlyMap<string, unknown>
  readonly untold: readonly string[]
}

/** Takes the first body of each documented response that fits its contract, with secrets and personal data replaced. */
export function learnFixtures (
  exchanges: readonly Observed[],
  { name: api }: Contract,
  redactor: LearningRedactor
): LearnedFixtures {
  const files = new Map<string, unknown>()
  const untold = new Set<string>()
  for (const { operation, response } of exchanges) {
    const { body, headers, status, violations } = response
    const definition = operation && findResponse(operation, status)
    if (operation === undefined || definition === undefined || body === undefined || violations.length > 0) continue
    const type = String(headers['content-type'] ?? '')
    const declared = findMediaType(definition.content, type)
    const file = `${api}/${operation.name}.${definition.status}.json`
    if (declared === undefined || !isJson(mediaTypeOf(type)) || files.has(file)) continue
    if (!/^[\w.-]+$/.test(operation.name)) {
      untold.add(`a fixture for ${operation.id}: it has no operationId that a file can be called by`)
      continue
    }
    const replaced = redactor.value(body)
    if (fitsMediaType(replaced, declared)) files.set(file, replaced)
    else untold.add(`a fixture for ${operation.id} ${status}: with its secrets replaced, it would break its contract`)
  }
  return { files, untold: [...untold] }
}
