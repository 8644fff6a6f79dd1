/** The response of a bare server to a method and path: a JSON body, or a file. */
export interface Reply {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly contentType: string
  readonly body: unknown
  /** Sent in place of the body. */
  readonly file?: string
}
