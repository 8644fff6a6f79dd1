import { isXmlText } from '../messages/media-type.ts'
import type { ErrorForm, FormSource } from './form-source.ts'
import type { Words } from './words.ts'

/** A document of HTML or XML around the place for the message. */
interface Markup {
  readonly before: string
  readonly after: string
}

const TAG = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(script|style)\b[\s\S]*?<\/\1\s*>|<[^>]*>/gi

/** Compiles a form that is a text of HTML or XML: the example of the document, or a short one. */
export function markupForm ({ fits, mediaType, sample }: FormSource, name: string): ErrorForm {
  const examples = mediaType.examples.map(({ value }) => value).filter(value => typeof value === 'string')
  const found = examples.filter(isXmlText).map(splitMarkup).filter(markup => markup !== undefined)
  const write = (words: Words, markup: Markup | undefined): string => {
    if (markup !== undefined) return `${markup.before}${escapeMarkup(words.message)}${markup.after}`
    return name === 'text/html' ? writePage(words) : writeXmlError(words)
  }
  const fitting = [...found, undefined].find(markup => fits(write(sample, markup)))
  return {
    tells: fits(write(sample, fitting)),
    fill (words) {
      const body = write(words, fitting)
      return fits(body) ? { body, isTold: true } : undefined
    }
  }
}

function writePage ({ message, status, title }: Words): string {
  const heading = escapeMarkup(title)
  const head = `<head><title>${status} ${heading}</title></head>`
  return `<!doctype html>\n<html>${head}<body><h1>${heading}</h1><p>${escapeMarkup(message)}</p></body></html>\n`
}

function writeXmlError ({ message }: Words): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<error><message>${escapeMarkup(message)}</message></error>\n`
}

/** Finds the longest text of a document, a sentence rather than a word: it is where the message goes. */
function splitMarkup (text: string): Markup | undefined {
  let [start, end, longest] = [0, 0, 0]
  let from = 0
  for (const tag of [...text.matchAll(TAG), undefined]) {
    const to = tag?.index ?? text.length
    const length = weightOf(text.slice(from, to))
    if (length >= longest && length > 0) [start, end, longest] = [from, to, length]
    from = to + (tag?.[0].length ?? 0)
  }
  return longest === 0 ? undefined : { before: text.slice(0, start), after: text.slice(end) }
}

function weightOf (text: string): number {
  const words = text.trim()
  if (!/\p{L}/u.test(words)) return 0
  return words.length + (/\p{L}\s+\p{L}/u.test(words) ? 1_000 : 0)
}

function escapeMarkup (text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
