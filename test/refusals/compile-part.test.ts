import t from 'tap'
import { journalOf } from '../apis/start-with.ts'
import { closed, described, integer, json, list, map, object, string } from './forms.ts'
import { DETAIL, startDocumenting, THING } from './forms.ts'

const FIELDS = list(object({ feld: string, gruende: list(string) }))

/** Forms whose names say little or nothing, or are of another language than English. */
const UNUSUAL: Array<[what: string, schema: object, body: unknown]> = [
  ['one text', object({ err: string }), { err: DETAIL }],
  ['a number and a text', object({ kode: integer, huch: string }), { kode: 400, huch: DETAIL }],
  ['two texts', object({ titolo: string, zzz: string }), { titolo: 'Bad Request', zzz: DETAIL }],
  ['two texts of which nothing is said', object({ コード: string, メッセージ: string }), {
    コード: 'Bad Request',
    メッセージ: DETAIL
  }],
  ['Spanish', object({ codigo: string, mensaje: string, campo: string }), {
    codigo: 'STANDIN_INVALID_REQUEST',
    mensaje: DETAIL,
    campo: '/tags/1'
  }],
  ['descriptions', object({
    a: described('A machine-readable code'),
    b: described('The field that is wrong'),
    c: described('What went wrong, for people')
  }), { a: 'STANDIN_INVALID_REQUEST', b: '/tags/1', c: DETAIL }],
  ['descriptions against the order', object({
    a: described('Explains what to do'),
    b: described('The code')
  }), { a: DETAIL, b: 'STANDIN_INVALID_REQUEST' }],
  ['formats', object({
    wann: { type: 'string', format: 'date-time' },
    nummer: { type: 'string', format: 'uuid' },
    huch: string
  }), { wann: '2026-01-01T00:00:00.000Z', nummer: /^[0-9a-f-]{36}$/, huch: DETAIL }],
  ['objects in objects', object({ fehler: object({ kennung: string, innen: object({ was: string }) }) }), {
    fehler: { kennung: 'STANDIN_INVALID_REQUEST', innen: { was: DETAIL } }
  }],
  ['a list', list(object({ campo: string, mensagem: string })), [{ campo: '/tags/1', mensagem: THING }]],
  ['a list of which nothing is said', list(object({ f: string, t: string })), [{ f: '/tags/1', t: THING }]],
  ['a list of texts', list(string), [THING]],
  ['a list that has two items at least', list(string, { minItems: 2 }), [THING, THING]],
  ['a list deep inside', object({ resultat: object({ felder: FIELDS }) }), {
    resultat: { felder: [{ feld: '/tags/1', gruende: [THING] }] }
  }],
  ['pointers', object({ alle: list(object({ wo: { type: 'string', format: 'json-pointer' }, was: string })) }), {
    alle: [{ wo: '/tags/1', was: THING }]
  }],
  ['names of fields by a pattern', object({
    invalid: list(object({ field: { type: 'string', pattern: '^[a-z]+$' }, why: string }))
  }), { invalid: [{ field: 'tags', why: THING }] }],
  ['a map of texts', object({ champs: map(string) }), {
    champs: { 'tags.1': THING }
  }],
  ['a map of lists', object({ errors: map(list(string)) }), {
    errors: { 'tags.1': [THING] }
  }],
  ['an enumerated code', object({ kode: { type: 'string', enum: ['GONE', 'VALIDATION', 'LOGIN'] }, tekst: string }), {
    kode: 'VALIDATION',
    tekst: DETAIL
  }],
  ['a code with a pattern', object({ code: { type: 'string', pattern: '^E\\d{4}$' }, message: string }), {
    code: /^E\d{4}$/,
    message: DETAIL
  }],
  ['a code within bounds', object({ code: { type: 'integer', minimum: 1000, maximum: 1999 }, huch: string }), {
    code: Number,
    huch: DETAIL
  }],
  ['a flag', object({ erfolg: { type: 'boolean' }, grund: string }), { erfolg: false, grund: DETAIL }],
  ['a text or null', object({ besked: { type: ['string', 'null'] } }), { besked: DETAIL }],
  ['all of two schemas', { allOf: [object({ num: integer }), object({ bes: string })] }, { num: 400, bes: DETAIL }],
  ['one of two schemas', { oneOf: [closed({ fieldErrors: map(list(string)) }), closed({ formError: string })] }, {
    fieldErrors: { 'tags.1': [THING] }
  }],
  ['two schemas of which one has a text', {
    oneOf: [object({ art: { const: 1 } }), object({ art: { const: 2 }, huch: string })]
  }, { art: 2, huch: DETAIL }],
  ['a text', string, DETAIL]
]

for (const [what, schema, body] of UNUSUAL) {
  t.test(`the members of an error are found by their role: ${what}`, async t => {
    const standin = await startDocumenting(t, { 400: json(schema) })
    const answer = await standin.send('POST', '/things', { tags: ['a', 7] })
    t.match(answer.headers, { 'content-type': 'application/json; charset=utf-8', 'x-standin-refusal': undefined })
    t.match(answer.json(), body)
    t.match(await journalOf(standin), [{ response: { violations: [] } }])
  })
}

/** Examples without a schema, and what becomes of them. */
const EXAMPLES: Array<[what: string, example: unknown, body: unknown]> = [
  ['a word', { fehler: 'ungültig' }, { fehler: DETAIL }],
  ['a sentence beside a code', { c: 'E17', t: 'Zahl ist falsch', id: 'abc-1' }, { c: 'E17', t: DETAIL, id: 'abc-1' }],
  ['a status and a title', { s: 404, a: 'Not Found', b: 'It is not there' }, { s: 400, a: 'Bad Request', b: DETAIL }],
  ['a number that is no status', { fejl: { nr: 17, besked: 'Forkert' } }, { fejl: { nr: 17, besked: DETAIL } }],
  ['a list', [{ f: 'name', t: 'must not be empty' }], [{ f: 'tags.1', t: THING }]],
  ['Laravel', { message: 'Invalid.', errors: { email: ['The email is required.'] } }, {
    message: DETAIL,
    errors: { 'tags.1': [THING] }
  }],
  ['JSON as text', '{"err":"no good"}', { err: DETAIL }]
]

for (const [what, example, body] of EXAMPLES) {
  t.test(`an error that is documented by an example alone has its form: ${what}`, async t => {
    const { send } = await startDocumenting(t, {
      400: { description: 'No.', content: { 'application/json': { example } } }
    })
    t.same((await send('POST', '/things', { tags: ['a', 7] })).json(), body)
  })
}

t.test('the members of an example of which nothing is known stay', async t => {
  const schema = object({ err: string, hilfe: string, spur: { type: 'string', minLength: 8 } })
  const { send } = await startDocumenting(t, {
    400: {
      description: 'No.',
      content: {
        'application/json': {
          schema,
          examples: {
            wrong: { value: { err: 1 } },
            right: { value: { err: 'Das ist falsch', hilfe: 'h17', spur: 'abcdefgh' } }
          }
        }
      }
    }
  })
  t.same((await send('POST', '/things', { tags: ['a', 7] })).json(), { err: DETAIL, hilfe: 'h17', spur: 'abcdefgh' })
})
