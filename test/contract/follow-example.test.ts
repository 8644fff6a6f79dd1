import t from 'tap'
import { findExampleTarget, followExample } from '../../src/contract/follow-example.ts'

const DOCUMENT = {
  components: {
    examples: { Ada: { value: { name: 'Ada' } }, Data: { dataValue: 5 }, None: { summary: 'None' } },
    schemas: { Person: { type: 'object', examples: [{ name: 'Bob' }] } },
    responses: { It: { content: { 'application/json': { example: { name: 'Cy' } } } } }
  }
}

const FOLLOWED: Array<[example: unknown, kind: string | undefined, value: unknown]> = [
  [{ $ref: '#/components/examples/Ada' }, 'value', { name: 'Ada' }],
  [{ $ref: '#/components/examples/Data' }, 'value', 5],
  [{ $ref: '#/components/examples/None' }, 'value', undefined],
  [{ $ref: '#/components/responses/It/content/application~1json/example' }, 'value', { name: 'Cy' }],
  [{ $ref: '#/components/schemas/Person/example' }, 'value', { name: 'Bob' }],
  [{ $ref: '#/components/schemas/Person' }, 'schema', undefined],
  [{ $ref: '#/components/examples/Nobody' }, 'none', { $ref: '#/components/examples/Nobody' }],
  [{ $ref: 'other.json' }, undefined, { $ref: 'other.json' }],
  [{ $ref: '#' }, undefined, { $ref: '#' }],
  [{ $ref: '#/components/examples/Ada', more: 1 }, undefined, { $ref: '#/components/examples/Ada', more: 1 }],
  [{ $ref: 5 }, undefined, { $ref: 5 }],
  [null, undefined, null],
  ['#/components/examples/Ada', undefined, '#/components/examples/Ada']
]

for (const [example, kind, value] of FOLLOWED) {
  t.test(`the example ${JSON.stringify(example)} stands for ${JSON.stringify(value)}`, async t => {
    t.equal(findExampleTarget(DOCUMENT, example)?.kind, kind)
    t.same(followExample(DOCUMENT, example), value)
  })
}
