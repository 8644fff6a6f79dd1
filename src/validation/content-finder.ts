import type { MediaType } from '../contract/contract.ts'
import { createBodyCheck } from './body-check.ts'
import type { BodyCheck } from './body-check.ts'
import type { Direction } from '../schemas/schema-variant.ts'
import { findMediaType } from '../messages/find-media-type.ts'

/** What a content type leads to. */
export interface Content {
  readonly contentType: string
  readonly declared: MediaType
  readonly check: BodyCheck
}

export interface ContentFinderOptions {
  readonly direction: Direction
  /**
   * Whether a body of a content type that is declared can be read at all.
   * @default all of them
   */
  readonly canRead?: (contentType: string) => boolean
}

/** Makes the function that finds what is declared of a content type, and the check of its bodies; nothing where nothing is. */
export function createContentFinder (content: readonly MediaType[], { canRead = () => true, direction }: ContentFinderOptions): (contentType: string) => Content | undefined {
  const checks = new Map(content.map(mediaType => [mediaType, createBodyCheck(mediaType, direction)]))
  // Messages keep to one content type, as a rule.
  let last: Content | undefined
  return contentType => {
    if (last?.contentType === contentType) return last
    const declared = findMediaType(content, contentType)
    const check = declared && checks.get(declared)
    if (declared === undefined || check === undefined || !canRead(contentType)) return undefined
    return (last = { contentType, declared, check })
  }
}
