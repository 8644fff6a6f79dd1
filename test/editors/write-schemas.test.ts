import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { writeSchemas } from '../../src/editors/write-schemas.ts'

t.test('the build writes each schema into a file', async t => {
  const folder = join(t.testdir(), 'schemas')
  writeSchemas(folder)
  t.same(readdirSync(folder).sort(), ['openapi.json', 'overlay.json', 'scenario.json'])
  t.match(JSON.parse(readFileSync(join(folder, 'overlay.json'), 'utf8')), { title: 'OpenAPI Overlay with x-standin' })
})
