import type { MediaType } from '../contract/contract.ts'
import { createBodyCheck } from './body-check.ts'
import type { BodyCheck } from './body-check.ts'
import type { Direction } from '../schemas/schema-variant.ts'
import { findMediaType } from '../messages/find-media-type.ts'

/** The declaration of a content type, and the check of its bodies. */
export interface Content {
  readonly contentType: string
  readonly declared: MediaType
  readonly check: BodyCheck
}

export interface ContentFinderOptions {
  readonly direction: Direction
  /**
   * Returns whether a body of a declared content type can be decoded.
   * @default () => true
   */
  readonly canRead?: (contentType: string) => boolean
}

/** Returns what is declared for a content type; `undefined` where nothing is. */
export type FindContent = (contentType: string) => Content | undefined

/**
 * Creates the function that finds what is declared for a content type, and the check of its bodies.
 */
export function createContentFinder (
  content: readonly MediaType[],
  { canRead = () => true, direction }: ContentFinderOptions
): FindContent {
  const checks = new Map(content.map(mediaType => [mediaType, createBodyCheck(mediaType, direction)]))
  // Most messages have the content type of the one before.
  let last: Content | undefined
  return contentType => {
    if (last?.contentType === contentType) return last
    const declared = findMediaType(content, contentType)
    const check = declared && checks.get(declared)
    if (declared === undefined || check === undefined || !canRead(contentType)) return undefined
    last = { contentType, declared, check }
    return last
  }
}
