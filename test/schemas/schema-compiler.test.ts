import t from 'tap'
import { parseContract } from '../../src/contract/parse-contract.ts'
import { SchemaCompiler } from '../../src/schemas/schema-compiler.ts'
import type { SchemaProblem, Validate } from '../../src/schemas/schema-compiler.ts'

/** The compiler of a document that has these schemas, and what it has left out. */
function compilerFor (schemas: object): { compile: (name: string) => Validate, problems: SchemaProblem[] } {
  const { document } = parseContract(
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Alike', version: '1' },
      paths: {},
      components: { schemas }
    }),
    { file: 'alike.json', name: 'alike' }
  )
  const problems: SchemaProblem[] = []
  const compiler = new SchemaCompiler(document, problem => problems.push(problem))
  return { compile: name => compiler.compile(`/components/schemas/${name}`, undefined), problems }
}

t.test('schemas that say the same are compiled once', async t => {
  const { compile } = compilerFor({
    First: { type: 'integer', minimum: 1, description: 'The first.' },
    Second: { description: 'The second.', example: 5, minimum: 1, type: 'integer' },
    Third: { type: 'integer', minimum: 1 },
    Larger: { type: 'integer', minimum: 2 }
  })
  t.equal(compile('First'), compile('Third'))
  t.not(compile('First'), compile('Larger'))
  t.same([compile('Second')(1), compile('Larger')(1)?.length], [undefined, 1])
})

t.test('schemas that differ only in what their discriminators name are not', async t => {
  const choice = (dog: string, cat: string) => ({
    oneOf: [{ $ref: '#/components/schemas/Dog' }, { $ref: '#/components/schemas/Cat' }],
    discriminator: { propertyName: 'kind', mapping: { [dog]: 'Dog', [cat]: 'Cat' } }
  })
  const { compile } = compilerFor({
    Dog: { type: 'object', required: ['bark'] },
    Cat: { type: 'object', required: ['purr'] },
    Plain: choice('one', 'two'),
    Swapped: choice('two', 'one')
  })
  t.same(
    [
      compile('Plain')({ kind: 'one', bark: 1 }),
      compile('Swapped')({ kind: 'one', bark: 1 })?.length
    ],
    [undefined, 1]
  )
})

t.test('what cannot be compiled is told of each schema', async t => {
  const { compile, problems } = compilerFor({ One: { pattern: 5 }, Two: { pattern: 5 } })
  t.same([compile('One')('x'), compile('Two')('x')], [undefined, undefined])
  t.same(problems.map(({ pointer }) => pointer), ['/components/schemas/One/pattern', '/components/schemas/Two/pattern'])
})
