import type { SourcePosition } from './source-position.ts'

/** A file that parts of a document come from. */
export interface SourceText {
  /** The file as messages show it: `openapi/mews.yaml`. */
  readonly file: string
  readonly text: string
  /** Returns the place of a JSON pointer, or of its nearest parent. */
  locate (pointer: string): SourcePosition
}

interface Origin {
  readonly pointer: string
  /** The file that the part comes from; absent where it comes from the document before the change. */
  readonly source?: SourceText
}

/** Records which parts one change of a document has moved or brought. */
export interface DocumentChange {
  /** Records a part that came from elsewhere in the document. */
  move (to: string, from: string): void
  /** Records a part that came from another file. */
  bring (to: string, source: SourceText, from: string): void
  /** Lists the moved parts. */
  entries (): Array<[to: string, from: string]>
}

/** Knows the file and place that each part of a document comes from. */
export class Origins {
  readonly #root: SourceText
  readonly #changes: Array<Map<string, Origin>> = []

  constructor (root: SourceText) {
    this.#root = root
  }

  /** Starts to record the next change; `from` is a pointer before that change, `to` one after it. */
  beginChange (): DocumentChange {
    const origins = new Map<string, Origin>()
    this.#changes.push(origins)
    return {
      move: (to, from) => { origins.set(to, { pointer: from }) },
      bring: (to, source, from) => { origins.set(to, { pointer: from, source }) },
      entries: () => [...origins].map(([to, { pointer }]) => [to, pointer])
    }
  }

  /** Returns the file that a part of the present document comes from, and its pointer there. */
  find (pointer: string): { readonly source: SourceText, readonly pointer: string } {
    for (const change of this.#changes.toReversed()) {
      const origin = findOrigin(change, pointer)
      if (origin?.source !== undefined) return { source: origin.source, pointer: origin.pointer }
      pointer = origin?.pointer ?? pointer
    }
    return { source: this.#root, pointer }
  }

  /** Returns the place of a part of the present document. */
  locate (pointer: string): SourcePosition {
    const { source, pointer: at } = this.find(pointer)
    const place = source.locate(at)
    return source === this.#root ? place : { ...place, file: source.file }
  }
}

/** Returns the origin of a part, derived from that of its nearest recorded parent. */
function findOrigin (change: ReadonlyMap<string, Origin>, pointer: string): Origin | undefined {
  if (change.size === 0) return undefined
  for (let end = pointer.length; end >= 0; end = pointer.lastIndexOf('/', end - 1)) {
    const origin = change.get(pointer.slice(0, end))
    if (origin !== undefined) return { ...origin, pointer: origin.pointer + pointer.slice(end) }
    if (end === 0) return undefined
  }
  return undefined
}
