import { testGenerated } from './generated.ts'
import type { GeneratedCase } from './generated.ts'

function text (format: string, lengths: object): GeneratedCase {
  return [`texts of the format ${format} with ${JSON.stringify(lengths)}`, { type: 'string', format, ...lengths }]
}

testGenerated([
  text('email', { maxLength: 6 }),
  text('email', { maxLength: 12 }),
  text('email', { minLength: 12, maxLength: 12 }),
  text('email', { minLength: 90, maxLength: 100 }),
  text('idn-email', { maxLength: 9 }),
  text('email', { maxLength: 20, pattern: '^[a-z]+@acme\\.com$' }),
  text('hostname', { maxLength: 3 }),
  text('hostname', { minLength: 40 }),
  text('hostname', { minLength: 200, maxLength: 253 }),
  text('idn-hostname', { minLength: 70, maxLength: 70 }),
  text('uri', { maxLength: 8 }),
  text('uri', { minLength: 300 }),
  text('uri', { pattern: '^https://', maxLength: 30 }),
  text('url', { maxLength: 16 }),
  text('iri', { minLength: 60 }),
  text('uri-reference', { minLength: 30 }),
  text('uri-reference', { maxLength: 1 }),
  text('uri-template', { minLength: 50 }),
  text('uri-template', { maxLength: 2 }),
  text('ipv6', { maxLength: 5 }),
  text('date-time', { minLength: 24 }),
  text('date-time', { minLength: 22, maxLength: 22 }),
  text('time', { minLength: 12 }),
  text('duration', { maxLength: 3 }),
  text('duration', { minLength: 12 }),
  text('byte', { minLength: 40, maxLength: 40 }),
  text('byte', { maxLength: 4 }),
  text('json-pointer', { minLength: 30, maxLength: 30 }),
  text('relative-json-pointer', { minLength: 30 }),
  text('regex', { minLength: 30 })
])
