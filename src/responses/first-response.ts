import type { ResponseSource } from './response-source.ts'

/** Combines sources into one that answers with the first response any of them gives. */
export function firstResponse (...sources: readonly ResponseSource[]): ResponseSource {
  return (request, world, lifecycleChoice) => {
    for (const source of sources) {
      const response = source(request, world, lifecycleChoice)
      if (response !== undefined) return response
    }
    return undefined
  }
}
