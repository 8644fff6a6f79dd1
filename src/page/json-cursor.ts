/** Where a caret is in a JSON text that may not be complete. */
export interface JsonCursor {
  /** Whether the name of a member or a value is being written. */
  readonly kind: 'name' | 'value'
  /** The names of the members, and the indexes of the items, that it is in; a value has that of its own member. */
  readonly path: readonly string[]
  /** What is written of it so far, without quotes. */
  readonly typed: string
  /** The offset of what is written, with its quote. */
  readonly from: number
}

interface Frame {
  readonly isArray: boolean
  /** The member whose value is written, or the item. */
  name: string | undefined
  index: number
  isNameDue: boolean
}

const TOKEN = /"(?:[^"\\]|\\.)*"?|[{}[\],:]|[^\s{}[\],:"]+/g

/** Finds where a caret is; `undefined` where neither a name nor a value can be written. */
export function findJsonCursor (text: string, caret: number): JsonCursor | undefined {
  const stack: Frame[] = []
  const before = text.slice(0, caret)
  let isWritten = false
  for (const { 0: token, index } of before.matchAll(TOKEN)) {
    const frame = stack.at(-1)
    const isLast = index + token.length === caret
    const isOpen = token.startsWith('"') && !/^"(?:[^"\\]|\\.)*"$/.test(token)
    if (isLast && (isOpen || /^\w+$/.test(token))) return cursorOf(stack, token.replace(/^"/, ''), index)
    isWritten = applyToken(token, stack, frame) && token !== ','
  }
  return isWritten ? undefined : cursorOf(stack, '', caret)
}

/** Follows a token. Returns whether nothing but punctuation can come next. */
function applyToken (token: string, stack: Frame[], frame: Frame | undefined): boolean {
  switch (token) {
    case '{':
    case '[':
      stack.push({ isArray: token === '[', name: undefined, index: 0, isNameDue: token === '{' })
      return false
    case '}':
    case ']':
      stack.pop()
      return true
    case ',':
      if (frame !== undefined) {
        frame.index++
        frame.isNameDue = !frame.isArray
      }
      return false
    case ':':
      return false
    default:
      if (frame?.isNameDue) {
        frame.name = token.replaceAll(/^"|"$/g, '')
        frame.isNameDue = false
      }
      return true
  }
}

function cursorOf (stack: readonly Frame[], typed: string, from: number): JsonCursor | undefined {
  const frame = stack.at(-1)
  if (frame === undefined) return undefined
  const path = stack.map(({ index, isArray, name }) => isArray ? String(index) : name ?? '')
  if (frame.isNameDue) return { kind: 'name', path: path.slice(0, -1), typed, from }
  return { kind: 'value', path, typed, from }
}
