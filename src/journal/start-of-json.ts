/** The start of a JSON text, completed to JSON of its own. */
export interface StartOfJson {
  readonly json: string
  /** The text that completes it: closing quotes and brackets. */
  readonly closing: string
}

/**
 * Completes the first characters of a JSON text to JSON: drops a member, a number or a word that is
 * not whole, and closes a text and what is around it.
 */
export function startOfJson (text: string, length: number): StartOfJson {
  const closers: string[] = []
  let isName = false
  /** The end of the last value that is whole. */
  let end = 0
  for (let at = 0; at < length; at++) {
    const character = text[at]
    switch (character) {
      case '{':
      case '[':
        isName = character === '{'
        closers.push(isName ? '}' : ']')
        end = at + 1
        break
      case '}':
      case ']':
        closers.pop()
        end = at + 1
        break
      case ',':
        isName = closers.at(-1) === '}'
        end = at
        break
      case ':':
        isName = false
        break
      case '"': {
        const string = endOfString(text, at, length)
        if (!string.isWhole && !isName) return complete(text.slice(0, string.end), `"${closers.toReversed().join('')}`)
        at = string.isWhole ? string.end - 1 : length
        if (string.isWhole && !isName) end = string.end
      }
    }
  }
  return complete(text.slice(0, end), closers.toReversed().join(''))
}

function complete (start: string, closing: string): StartOfJson {
  return { json: start + closing, closing }
}

/** Returns where a string ends; where that is too far on, where its last whole character ends. */
function endOfString (text: string, start: number, length: number): { end: number, isWhole: boolean } {
  let at = start + 1
  while (at < length) {
    const character = text[at]
    if (character === '"') return { end: at + 1, isWhole: true }
    const next = at + sizeOfCharacter(text, at)
    if (next > length) break
    at = next
  }
  return { end: at, isWhole: false }
}

function sizeOfCharacter (text: string, at: number): number {
  if (text[at] !== '\\') return 1
  return text[at + 1] === 'u' ? 6 : 2
}
