import t from 'tap'
import { resolveBareRef, resolveRef, toPointer } from '../../src/documents/resolve-ref.ts'

const document = {
  openapi: '3.1.0',
  info: { title: 'x', version: '1' },
  paths: {},
  components: {
    schemas: { 'a/b': { type: 'string' } },
    examples: {
      here: { $ref: '#/components/examples/there' },
      there: { value: 1 },
      circle: { $ref: '#/components/examples/back' },
      back: { $ref: '#/components/examples/circle' }
    }
  }
} as const

t.test('references are followed to where the part really stands', async t => {
  t.same(resolveRef(document, { $ref: '#/components/examples/here' }, '/x'), {
    value: { value: 1 },
    pointer: '/components/examples/there'
  })
  t.same(resolveRef(document, { $ref: '#/components/schemas/a~1b' }, '/x')?.pointer, '/components/schemas/a~1b')
  t.same(resolveRef(document, { value: 2 }, '/x'), { value: { value: 2 }, pointer: '/x' })
})

t.test('those that lead nowhere, in a circle or elsewhere give nothing', async t => {
  for (const $ref of [
    '#/components/examples/none',
    '#/components/examples/circle',
    'other.yaml#/a',
    '#/openapi'
  ]) { t.equal(resolveRef(document, { $ref }, ''), undefined, $ref) }
})

t.test('references of schemas are followed up to the first that says more', async t => {
  const schemas = {
    Base: { type: 'string' },
    Bare: { $ref: '#/components/schemas/Base' },
    Short: { maxLength: 3, $ref: '#/components/schemas/Bare' },
    Told: { $ref: '#/components/schemas/Short', description: 'Short' },
    Top: { $ref: '#/components/schemas/Short' },
    Here: { $ref: '#/components/schemas/There' },
    There: { $ref: '#/components/schemas/Here' },
    True: true,
    All: { $ref: '#/components/schemas/True' },
    Lost: { $ref: '#/components/schemas/Nowhere' }
  }
  const endOf = (name: string) => {
    const value = { $ref: `#/components/schemas/${name}` }
    return resolveBareRef({ components: { schemas } }, { value, pointer: '' }).pointer
  }
  for (const [name, end] of [
    ['Base', 'Base'], ['Bare', 'Base'], ['Short', 'Short'], ['Told', 'Told'], ['Top', 'Short'], ['All', 'All'],
    ['Lost', 'Lost']
  ] as const) t.equal(endOf(name), `/components/schemas/${end}`, name)
  t.match(endOf('Here'), /^\/components\/schemas\/(?:Here|There)$/)
  t.equal(endOf('Nowhere'), '')
})

t.test('a reference is a JSON pointer in a fragment', async t => {
  t.equal(toPointer('#/paths/~1a~1%7Bid%7D'), '/paths/~1a~1{id}')
  t.equal(toPointer('#'), '')
  for (const ref of ['#anchor', '#/%zz', 'a#/b', 'https://example.com']) t.equal(toPointer(ref), undefined, ref)
})
