import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { basename, dirname, join, sep } from 'node:path'
import t from 'tap'
import { tryDocument } from './try-document.ts'

const PACKAGE = dirname(fileURLToPath(import.meta.resolve('@readme/oas-examples/package.json')))

/** The operations for which no message exists that keeps to the document, by version, file and name. */
const IMPOSSIBLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '3.0 circular-request-bodies.json': { directCircular: 'the body must have a parent that must have a parent, without end' },
  '3.0 schema-types.json': {
    quirks_entirelyIncompatibleAllOf: 'the body must be a string and an integer at once',
    quirks_partiallyUsableIncompatibleAllOf: 'the body must be a string and an integer at once'
  },
  '3.1 schema-types.json': {
    quirks_entirelyIncompatibleAllOf: 'the body must be a string and an integer at once',
    quirks_partiallyUsableIncompatibleAllOf: 'the body must be a string and an integer at once'
  },
  '3.0 security-multiple.json': { 'POST /anything/and': 'basic and bearer credentials are both needed, in the one Authorization header' },
  '3.0 parameters-style.json': { cookies_form_nonExploded: 'its path differs from another only in a fragment, which is not sent' },
  '3.1 parameters-style.json': { cookies_form_nonExploded: 'its path differs from another only in a fragment, which is not sent' }
}

t.test('all documents of @readme/oas-examples load, and each operation is answered right', async t => {
  const files = (await readdir(PACKAGE, { recursive: true })).filter(file => file.endsWith('.json') && file.includes(`${sep}json${sep}`)).sort()
  t.equal(files.length, 70)
  for (const file of files) {
    const { failure, operations } = await tryDocument(join(PACKAGE, file))
    const impossible = IMPOSSIBLE[`${file.split(sep)[0]} ${basename(file)}`] ?? {}
    const flaws = operations.flatMap(({ operation, flaw }) => flaw === undefined || impossible[operation] !== undefined ? [] : [`${operation}: ${flaw}`])
    t.same({ failure, flaws }, { failure: undefined, flaws: [] }, file)
    for (const name of Object.keys(impossible)) t.ok(operations.some(({ operation }) => operation === name), `${file} has ${name}`)
  }
})
