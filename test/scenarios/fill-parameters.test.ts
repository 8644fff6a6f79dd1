import t from 'tap'
import {
  defaultParameters,
  fillParameters,
  listParameterUses
} from '../../src/scenarios/fill-parameters.ts'

const DOCUMENT = {
  description: 'Costs {$parameters.max}.',
  parameters: { max: { default: 3 }, 'a-b': { description: 'A list.', default: [1, null] } },
  settings: { whole: '$parameters.max', list: ['$parameters.a-b', 1] },
  resources: { 'shop.Order': { '{$parameters.max}': null } },
  stubs: [
    {
      text: 'at most {$parameters.max} of {$parameters.a-b}',
      other: '{$request.body#/id} $parameters',
      escaped: '$$parameters.max'
    }
  ]
}

t.test(
  'a value that is one expression has the type of the parameter; within a text it is text',
  async t => {
    t.strictSame(fillParameters(DOCUMENT, defaultParameters(DOCUMENT)), {
      description: 'Costs {$parameters.max}.',
      settings: { whole: 3, list: [[1, null], 1] },
      resources: { 'shop.Order': { 3: null } },
      stubs: [
        {
          text: 'at most 3 of [1,null]',
          other: '{$request.body#/id} $parameters',
          escaped: '$$parameters.max'
        }
      ]
    })
  }
)

t.test('a value that holds an expression does not bring another one in', async t => {
  const document = { description: '', stubs: ['$parameters.a', '{$parameters.a}{$parameters.b}'] }
  t.strictSame(fillParameters(document, { a: '{$parameters.b}', b: 'x' }), {
    description: '',
    stubs: ['{$parameters.b}', '{$parameters.b}x']
  })
})

t.test('a document is left as it was', async t => {
  const before = structuredClone(DOCUMENT)
  fillParameters(DOCUMENT, { max: 4, 'a-b': [] })
  t.strictSame(DOCUMENT, before)
})

t.test('every place that speaks of a parameter is found, names of members too', async t => {
  const { description, parameters, ...content } = DOCUMENT
  t.same(listParameterUses(content), [
    { name: 'max', pointer: '/settings/whole' },
    { name: 'a-b', pointer: '/settings/list/0' },
    { name: 'max', pointer: '/resources/shop.Order/{$parameters.max}' },
    { name: 'max', pointer: '/stubs/0/text' },
    { name: 'a-b', pointer: '/stubs/0/text' }
  ])
})
