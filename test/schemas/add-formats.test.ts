import t from 'tap'
import { createRequestValidator } from '../../src/validation/request-validator.ts'
import { operationOf } from '../validation/operation-of.ts'
import { schemaOf, wrongWith } from '../validation/schema-of.ts'

const isValid = (format: string, text: string) =>
  createRequestValidator(
    operationOf({ parameters: [{ name: 'it', in: 'query', schema: { format } }] })
  )({ path: {}, query: `it=${encodeURIComponent(text)}`, headers: {}, body: undefined }).kind ===
  'valid'

/** RFC 3339, sections 5.6 to 5.8; RFC 9562, section 4. */
const VALID: Record<string, string[]> = {
  'date-time': [
    '1985-04-12T23:20:50.52Z',
    '1996-12-19T16:39:57-08:00',
    '1990-12-31T23:59:60Z',
    '1990-12-31T15:59:60-08:00',
    '1937-01-01T12:00:27.87+00:20',
    '2024-02-29T00:00:00z',
    '2000-02-29t00:00:00Z',
    '2026-01-31T00:00:00Z',
    '2026-04-30T00:00:00Z',
    '1991-01-01T00:59:60+01:00'
  ],
  uuid: [
    '3fa85f64-5717-4562-b3fd-2c963f66afa6',
    '3FA85F64-5717-4562-B3FD-2C963F66AFA6',
    '00000000-0000-0000-0000-000000000000'
  ]
}
const INVALID: Record<string, string[]> = {
  'date-time': [
    '2026-01-01',
    '2026-01-01 00:00:00Z',
    '2026-01-01T00:00:00',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-01-32T00:00:00Z',
    '2026-02-29T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2024-02-30T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:60:00Z',
    '2026-01-01T12:00:60Z',
    '2026-01-01T00:00:00+24:00',
    '26-01-01T00:00:00Z',
    '2026-01-01T00:00:00.Z'
  ],
  uuid: [
    'urn:uuid:3fa85f64-5717-4562-b3fd-2c963f66afa6',
    '3fa85f6457174562b3fd2c963f66afa6',
    '3fa85f64-5717-4562-b3fd-2c963f66afa',
    '{3fa85f64-5717-4562-b3fd-2c963f66afa6}',
    '3fa85f64-5717-4562-b3fd-2c963f66afag'
  ]
}

for (const [format, texts] of Object.entries(VALID)) {
  t.test(`each ${format} is taken for one`, async t => texts.forEach(text => t.ok(isValid(format, text), text)))
}
for (const [format, texts] of Object.entries(INVALID)) {
  t.test(`what is no ${format} is refused`, async t => texts.forEach(text => t.notOk(isValid(format, text), text)))
}

t.test('a url may lead to this machine', async t => {
  for (const url of [
    'https://example.com/a?b=1',
    'http://localhost:4010/~checkout/pets/1',
    'http://127.0.0.1:4010',
    'http://[::1]:80/a',
    'http://standin:4010/pets'
  ]) { t.ok(isValid('url', url), url) }
  for (const text of ['example.com', 'http://', 'http://127.0.0.1:70000000', 'pets/1']) {
    t.notOk(isValid('url', text), text)
  }
})

/** OpenAPI 3.1, Data Types; the sizes of the OpenAPI Format Registry. */
const NUMBERS: Array<[format: string, good: unknown[], bad: unknown[]]> = [
  ['int32', [2 ** 31 - 1, -(2 ** 31)], [2 ** 31, 1.5]],
  ['int64', [2 ** 53, 9.2e18, -(2 ** 63)], [1e19, 0.5]],
  ['int8', [-128, 127], [128]],
  ['uint16', [0, 65_535], [-1, 65_536]],
  ['float', [1.5, -3.4e38], [3.5e38]],
  ['double', [1e308, 0.1], []],
  ['byte', ['U3dhZ2dlcg==', ''], ['no base64!']],
  ['binary', ['\u0000any'], []],
  ['password', ['any'], []],
  ['int32', ['not a number'], []]
]

for (const [format, good, bad] of NUMBERS) {
  t.test(`${format} of ${JSON.stringify(good)}`, async t => {
    for (const value of good) t.same(wrongWith(value, schemaOf({ format })), [], `${value}`)
    for (const value of bad) t.not(wrongWith(value, schemaOf({ format })).length, 0, `${value}`)
  })
}

t.test('no text keeps a format busy', async t => {
  const texts = ['a', 'a.', 'a-', '@', '1', ':', '/', '{a}', '%41', ' ', '::1'].flatMap(piece =>
    ['', 'a@', 'http://', 'PT'].map(start => start + piece.repeat(20_000) + '!')
  )
  for (const format of [
    'date',
    'time',
    'date-time',
    'duration',
    'uri',
    'uri-reference',
    'uri-template',
    'url',
    'email',
    'hostname',
    'ipv4',
    'ipv6',
    'uuid',
    'json-pointer',
    'relative-json-pointer',
    'byte'
  ]) {
    const reference = schemaOf({ format })
    t.equal(texts.filter(text => wrongWith(text, reference) === undefined).length, 0, format)
  }
})
