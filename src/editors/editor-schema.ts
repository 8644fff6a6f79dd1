import type { Schema } from '../schemas/schema.ts'
import type { EditedFile } from './edited-files.ts'
import { openApiSchema } from './openapi-schema.ts'
import { overlaySchema } from './overlay-schema.ts'
import { scenarioSchema } from './scenario-schema.ts'

const CREATE: Readonly<Record<EditedFile, () => Schema>> = {
  openapi: openApiSchema,
  overlay: overlaySchema,
  scenario: scenarioSchema
}

/** Returns the JSON Schema by which editors check and complete a kind of file. */
export function editorSchema (file: EditedFile): Schema {
  return CREATE[file]()
}
