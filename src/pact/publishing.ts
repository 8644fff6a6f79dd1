/** A broker, and the version that is published to it. */
export interface Publishing {
  readonly url: string
  readonly token: string | undefined
  readonly basic: { readonly username: string, readonly password: string } | undefined
  readonly version: string
  readonly branch: string | undefined
  readonly tags: readonly string[]
  readonly buildUrl: string | undefined
}
