import t from 'tap'
import { createRequestValidator } from '../../src/validation/request-validator.ts'
import { operationOf } from './operation-of.ts'

const isValid = (format: string, text: string) =>
  createRequestValidator(operationOf({ parameters: [{ name: 'it', in: 'query', schema: { format } }] }))({ path: {}, query: `it=${encodeURIComponent(text)}`, headers: {}, body: undefined }).kind === 'valid'

/** RFC 3339, sections 5.6 to 5.8; RFC 9562, section 4. */
const VALID: Record<string, string[]> = {
  'date-time': ['1985-04-12T23:20:50.52Z', '1996-12-19T16:39:57-08:00', '1990-12-31T23:59:60Z', '1990-12-31T15:59:60-08:00', '1937-01-01T12:00:27.87+00:20', '2024-02-29T00:00:00z', '2000-02-29t00:00:00Z', '2026-01-31T00:00:00Z', '2026-04-30T00:00:00Z', '1991-01-01T00:59:60+01:00'],
  uuid: ['3fa85f64-5717-4562-b3fd-2c963f66afa6', '3FA85F64-5717-4562-B3FD-2C963F66AFA6', '00000000-0000-0000-0000-000000000000']
}
const INVALID: Record<string, string[]> = {
  'date-time': ['2026-01-01', '2026-01-01 00:00:00Z', '2026-01-01T00:00:00', '2026-13-01T00:00:00Z', '2026-00-01T00:00:00Z', '2026-01-32T00:00:00Z', '2026-02-29T00:00:00Z', '1900-02-29T00:00:00Z', '2024-02-30T00:00:00Z', '2026-04-31T00:00:00Z', '2026-01-01T24:00:00Z', '2026-01-01T00:60:00Z', '2026-01-01T12:00:60Z', '2026-01-01T00:00:00+24:00', '26-01-01T00:00:00Z', '2026-01-01T00:00:00.Z'],
  uuid: ['urn:uuid:3fa85f64-5717-4562-b3fd-2c963f66afa6', '3fa85f6457174562b3fd2c963f66afa6', '3fa85f64-5717-4562-b3fd-2c963f66afa', '{3fa85f64-5717-4562-b3fd-2c963f66afa6}', '3fa85f64-5717-4562-b3fd-2c963f66afag']
}

for (const [format, texts] of Object.entries(VALID)) t.test(`each ${format} is taken for one`, async t => texts.forEach(text => t.ok(isValid(format, text), text)))
for (const [format, texts] of Object.entries(INVALID)) t.test(`what is no ${format} is refused`, async t => texts.forEach(text => t.notOk(isValid(format, text), text)))
