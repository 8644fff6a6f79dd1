import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'

const FOLDER = join(dirname(createRequire(import.meta.url).resolve('har-schema/package.json')), 'lib')

/** Lists what an independent schema of HAR 1.2 says against a value. */
export function harFlaws (value: unknown): readonly string[] {
  const schemas = readdirSync(FOLDER).filter(file => file.endsWith('.json')).map(file => {
    // A cast: ajv knows the later drafts, of which this one has only what they have too.
    const { $schema, ...schema } = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Record<string, unknown>
    return schema
  })
  const ajv = new Ajv({ schemas, strict: false, allErrors: true })
  addFormats.default(ajv)
  const validate = ajv.getSchema('har.json#')
  if (validate === undefined) throw new Error('there is no schema of HAR')
  validate(value)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
