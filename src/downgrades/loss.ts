/** A part of a document that an older version of OpenAPI cannot say. */
export interface Loss {
  /** JSON pointer in the downgraded document, of the part or of what held it. */
  readonly pointer: string
  readonly message: string
}

/** Records a loss. */
export type Lose = (pointer: string, message: string) => void
