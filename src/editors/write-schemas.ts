import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EDITED_FILES } from './edited-files.ts'
import { editorSchema } from './editor-schema.ts'

/** Writes the schemas into a folder, as the build does. */
export function writeSchemas (folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const file of EDITED_FILES) {
    writeFileSync(join(folder, `${file}.json`), `${JSON.stringify(editorSchema(file), null, 2)}\n`)
  }
}

const [, script = '', folder] = process.argv
if (script === import.meta.filename && folder !== undefined) writeSchemas(folder)
