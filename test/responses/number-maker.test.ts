import t from 'tap'
import { generatorOf } from '../../src/responses/generate-value.ts'
import { schemaOf, testGenerated } from './generated.ts'
import { createWorld } from './orders.ts'

function many (items: object): object {
  return { type: 'array', minItems: 40, items }
}

testGenerated([
  ...['int8', 'int16', 'int32', 'int64', 'uint8', 'uint16', 'uint32', 'uint64'].flatMap(format => [
    [`integers of the format ${format}`, many({ type: 'integer', format })] as const,
    [`numbers of the format ${format}`, many({ type: 'number', format })] as const,
    [`integers of the format ${format} from 100 up`, many({ type: 'integer', format, minimum: 100 })] as const,
    [`multiples of the format ${format}`, many({ type: 'integer', format, multipleOf: 40, minimum: 1 })] as const
  ]),
  ['multiples of a billion in 32 bits', many({ type: 'integer', format: 'int32', multipleOf: 1e9, minimum: 1 })],
  ['multiples of a billion below zero', many({ type: 'integer', format: 'int32', multipleOf: 1e9, maximum: -1 })],
  ['the last integer of 32 bits', many({ type: 'integer', format: 'int32', minimum: 2 ** 31 - 1 })],
  ['the first integer of 32 bits', many({ type: 'integer', format: 'int32', maximum: -(2 ** 31) })],
  ['an unsigned integer below a bound', many({ type: 'integer', format: 'uint8', exclusiveMaximum: 2 })],
  ['the last integers of 8 bits', many({ type: 'integer', format: 'int8', exclusiveMinimum: 125 })],
  ['two formats', many({ allOf: [{ type: 'integer', format: 'int64', minimum: 200 }, { format: 'uint8' }] })],
  ['a format or null', many({ type: ['integer', 'null'], format: 'int8' })],
  ['integers that are multiples of a half', many({ type: 'integer', multipleOf: 0.5 })],
  ['integers that are multiples of 2.5', many({ type: 'integer', multipleOf: 2.5 })],
  ['multiples of two numbers', many({ allOf: [{ type: 'integer', multipleOf: 4 }, { multipleOf: 6 }] })],
  ['multiples of two decimals', many({ allOf: [{ type: 'number', multipleOf: 0.1 }, { multipleOf: 0.15 }] })],
  ['multiples of a hundredth between two', many({ type: 'number', multipleOf: 0.01, minimum: 0.05, maximum: 0.06 })],
  ['a number between two narrow bounds', many({ type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 0.0001 })],
  ['a number of 32 bits', many({ type: 'number', format: 'float', minimum: 3e38 })]
])

t.test('the last integers of 64 bits that are generated can be read as such', async t => {
  const limits = { int64: 2n ** 63n - 1n, uint64: 2n ** 64n - 1n }
  for (const [format, limit] of Object.entries(limits)) {
    const schema = schemaOf({ type: 'integer', format, minimum: Number(limit) - 4096 })
    const { value } = generatorOf(schema)(createWorld(), 'chance')
    t.ok(BigInt(Number(value)) <= limit, `${format}: ${value}`)
  }
})
