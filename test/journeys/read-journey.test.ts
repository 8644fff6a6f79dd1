import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { readJourney } from '../../src/journeys/read-journey.ts'

const VALID = `arazzo: 1.0.1
info: { title: Orders, version: '1' }
sourceDescriptions:
  - { name: shop, url: shop.yaml, type: openapi }
workflows:
  - workflowId: order
    x-team: checkout
    steps:
      - stepId: add
        operationId: addOrder
        x-standin-wait: PT5S
        successCriteria: [{ condition: $statusCode == 201 }]
`

t.test('reads documents of the versions 1.0 and 1.1', async t => {
  for (const version of ['1.0.0', '1.0.1', '1.1.0', "'1.1'", '1.0']) {
    const { document, file } = await read(t, VALID.replace('1.0.1', version))
    t.match(file, /journey\.arazzo\.yaml$/)
    t.equal(document.workflows[0]?.steps[0]?.operationId, 'addOrder', version)
  }
})

t.test('tells every mistake with its place', async t => {
  const mistakes: ReadonlyArray<readonly [find: string, replace: string, expected: RegExp]> = [
    ['arazzo: 1.0.1', 'arazzo: 2.0.0', /:1:1 the version "2\.0\.0" of Arazzo is not supported/],
    ['arazzo: 1.0.1', 'openapi: 3.1.0', /is no journey/],
    ['stepId: add', 'stepID: add', /:9:9 .*stepID must not be present \(did you mean "stepId"\?\)/],
    ['x-standin-wait', 'x-standin-wiat', /:11:9 .*did you mean "x-standin-wait"/],
    ['PT5S', '5', /:11:9 .*x-standin-wait must be a string/],
    ['[{ condition: $statusCode == 201 }]', '[]', /:12:9 .*successCriteria must/],
    ['type: openapi', 'type: openApi', /:4:35 .*type must/],
    ['workflowId: order', 'summary: order', /workflowId is required/]
  ]
  for (const [find, replace, expected] of mistakes) {
    await t.rejects(read(t, VALID.replace(find, replace)), { code: 'STANDIN_INVALID_DOCUMENT', message: expected })
  }
})

async function read (t: Test, text: string): ReturnType<typeof readJourney> {
  const path = join(t.testdir({}), 'journey.arazzo.yaml')
  await writeFile(path, text)
  return await readJourney(path)
}
