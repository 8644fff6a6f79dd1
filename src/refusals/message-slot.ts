import { least, takes } from './form-part.ts'
import type { FormPart, FormPlace, Slot } from './form-part.ts'
import type { Words } from './words.ts'

/** A place for the message. */
export interface MessageSlot extends Slot {
  /** Whether a message of usual length fits. */
  readonly isWhole: boolean
}

/** How many characters a place must take to have room for most messages. */
const USUAL_LENGTH = 60

/** Returns the slot of a text that takes a message, or at least a title; `undefined` for other places. */
export function messageSlot (part: FormPart, place: FormPlace): MessageSlot | undefined {
  if (!isFreeText(place)) return undefined
  const { path, shape } = place
  const limit = least(shape, 'maxLength') ?? Infinity
  const { sample } = part
  if (takes(part, place, sample.message.slice(0, limit))) {
    return {
      path,
      isWhole: limit >= USUAL_LENGTH,
      write (words, telling) {
        const text = telling.isBrief ? briefText(words, limit) : longestText(words, limit)
        if (text === words.message) telling.isTold = true
        return text
      }
    }
  }
  if (!takes(part, place, briefText(sample, limit))) return undefined
  return { path, isWhole: false, write: words => briefText(words, limit) }
}

/** Tells whether a place holds a text that its schema does not enumerate. */
export function isFreeText ({ shape, value }: FormPlace): boolean {
  const { kinds } = shape
  if (typeof value !== 'string' && !(value === null && kinds.has('string'))) return false
  return !shape.said('const').includes(value) && !shape.said('enum').flat().includes(value)
}

/** Returns the longest text within a limit that tells what is wrong. */
function longestText (words: Words, limit: number): string {
  return [words.message, ...words.shorter].find(text => text.length <= limit) ?? briefText(words, limit)
}

function briefText ({ title }: Words, limit: number): string {
  return title.slice(0, limit)
}
