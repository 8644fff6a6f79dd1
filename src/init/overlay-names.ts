/** The names of files and APIs in an overlay. */
export interface OverlayNames {
  /** The OpenAPI document, as named on the command line. */
  readonly document: string
  /** The document, as the overlay refers to it. */
  readonly extends: string
  readonly overlay: string
  readonly api: string
  /** The address of the JSON Schema of overlays, for editors. */
  readonly schema: string
}
