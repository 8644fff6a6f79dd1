import type { SourcePosition } from './source-position.ts'

/** A text that parts of a document come from. */
export interface SourceText {
  /** As it is shown in messages: `openapi/mews.yaml`. */
  readonly file: string
  /** Where a JSON pointer leads; the nearest parent's place where it leads nowhere. */
  locate (pointer: string): SourcePosition
}

interface Origin {
  readonly pointer: string
  /** Where it stands, if not in what the stage before had. */
  readonly source?: SourceText
}

/** One change of a document as a whole, with the parts that it has moved or brought. */
export interface DocumentChange {
  /** A part that came from elsewhere in the document. */
  move (to: string, from: string): void
  /** A part that came from another text. */
  bring (to: string, source: SourceText, from: string): void
  /** The parts that were moved. */
  entries (): Array<[to: string, from: string]>
}

/** Knows where the parts of a document stand in the texts that it was put together from. */
export class Origins {
  readonly #root: SourceText
  readonly #stages: Array<Map<string, Origin>> = []

  constructor (root: SourceText) {
    this.#root = root
  }

  /** Begins the next change of the document; what is noted in it goes by the pointers before and after that change. */
  nextStage (): DocumentChange {
    const origins = new Map<string, Origin>()
    this.#stages.push(origins)
    return {
      move: (to, from) => { origins.set(to, { pointer: from }) },
      bring: (to, source, from) => { origins.set(to, { pointer: from, source }) },
      entries: () => [...origins].map(([to, { pointer }]) => [to, pointer])
    }
  }

  /** The text in which a part of the document as it is now stands, and its pointer there. */
  find (pointer: string): { readonly source: SourceText, readonly pointer: string } {
    for (const stage of this.#stages.toReversed()) {
      const origin = findOrigin(stage, pointer)
      if (origin?.source !== undefined) return { source: origin.source, pointer: origin.pointer }
      pointer = origin?.pointer ?? pointer
    }
    return { source: this.#root, pointer }
  }

  /** Where a part of the document as it is now stands. */
  locate (pointer: string): SourcePosition {
    const { source, pointer: at } = this.find(pointer)
    const place = source.locate(at)
    return source === this.#root ? place : { ...place, file: source.file }
  }
}

/** What is known of a part, or else of the nearest part around it. */
function findOrigin (stage: ReadonlyMap<string, Origin>, pointer: string): Origin | undefined {
  if (stage.size === 0) return undefined
  for (let end = pointer.length; end >= 0; end = pointer.lastIndexOf('/', end - 1)) {
    const origin = stage.get(pointer.slice(0, end))
    if (origin !== undefined) return { ...origin, pointer: origin.pointer + pointer.slice(end) }
    if (end === 0) return undefined
  }
  return undefined
}
