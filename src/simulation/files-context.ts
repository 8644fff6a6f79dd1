import type { SchemaReference } from '../contract/contract.ts'
import type { RowFiles } from './rows.ts'
import type { ResourceType } from './scope.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The context in which the files of a type are compiled. */
export interface FilesContext {
  readonly vocabulary: Vocabulary
  readonly statuses: readonly string[]
  /** The files of rows; without them, names of rows are not checked. */
  readonly rowFiles: RowFiles | undefined
  readonly types: OtherTypes
  readonly schemas: ComponentSchemas
}

/** The types that a document declares, which are compiled one after another. */
export interface OtherTypes {
  readonly names: readonly string[]
  /** Returns a type by its name in the document, once it is compiled. */
  find (name: string): ResourceType | undefined
  /** Calls a check when all types are compiled. */
  onceKnown (check: () => void): void
}

/** The schemas among the components of a document. */
export interface ComponentSchemas {
  find (name: string): SchemaReference | undefined
  names (): readonly string[]
}
