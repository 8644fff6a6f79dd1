import { Ajv } from 'ajv'
import type { ErrorObject } from 'ajv'
import type { EditedFile } from '../../src/editors/edited-files.ts'
import { editorSchema } from '../../src/editors/editor-schema.ts'

/** Returns what an editor finds wrong in a file, by its schema. */
export function findMistakes (file: EditedFile): (value: unknown) => readonly ErrorObject[] {
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(editorSchema(file))
  return value => validate(value) ? [] : validate.errors ?? []
}
