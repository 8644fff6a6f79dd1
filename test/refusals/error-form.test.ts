import t from 'tap'
import { journalOf } from '../apis/start-with.ts'
import { DETAIL, integer, json, list, object, startDocumenting, string } from './forms.ts'

const HTML = '<html><head><title>No</title></head><body><h1>It is wrong</h1><p>nginx</p></body></html>'

/** Media types in which bodies are texts. */
const TEXTS: Array<[type: string, content: object, body: RegExp]> = [
  ['text/plain', { schema: string }, /^The request does not fit/],
  ['text/plain', {}, /^The request does not fit/],
  ['text/html', { schema: string }, /<h1>Bad Request<\/h1><p>The request does not fit/],
  ['text/html', { example: HTML }, /<title>No<\/title>.*<h1>The request does not fit.*<p>nginx/],
  ['application/xml', { example: '<fel><kod>12</kod><text>Ogiltigt</text></fel>' }, /<kod>12<\/kod><text>The request/],
  ['text/xml', {}, /<message>The request does not fit/],
  ['application/x-ndjson', { schema: object({ err: string }) }, /^{"err":"The request does not fit[^\n]*}\n$/],
  ['text/event-stream', { schema: string }, /^event: error\ndata: The request does not fit[^\n]*\n\n$/],
  ['application/x-www-form-urlencoded', { schema: object({ err: string }) }, /^err=The\+request/]
]

for (const [type, content, body] of TEXTS) {
  t.test(`an error is a text of ${type} ${JSON.stringify(content)} where that is documented`, async t => {
    const standin = await startDocumenting(t, { 400: { description: 'No.', content: { [type]: content } } })
    const answer = await standin.send('POST', '/things', { tags: ['a', 7] })
    t.equal(String(answer.headers['content-type']).split(';')[0], type)
    t.match(answer.body, body)
    t.equal(answer.headers['x-standin-refusal'], undefined)
    t.match(await journalOf(standin), [{ response: { violations: [] } }])
  })
}

/** Errors that have no room for the message. */
const MUTE: Array<[what: string, response: object, body: RegExp]> = [
  ['no body', { description: 'No.' }, /^$/],
  ['a number', json(object({ number: integer })), /^{"number":400}$/],
  ['a short text', json(object({ message: { type: 'string', maxLength: 12 } })), /^{"message":"Bad Request"}$/],
  ['a code', json(object({ code: { type: 'string', pattern: '^E\\d{4}$' } })), /^{"code":"E\d{4}"}$/],
  ['bytes', json(object({ message: { type: 'string', format: 'byte' } })), /^{"message":"[\w+/=]*"}$/],
  ['an enumerated text', { description: 'No.', content: { 'text/plain': { schema: { enum: ['gone', 'invalid'] } } } },
    /^invalid$/],
  ['an image', { description: 'No.', content: { 'image/png': {} } }, /PNG/],
  ['an example of a file', { description: 'No.', content: { 'application/pdf': { example: '%PDF' } } }, /^%PDF$/]
]

for (const [what, response, body] of MUTE) {
  t.test(`a header and the journal tell what is wrong where the error is ${what}`, async t => {
    const standin = await startDocumenting(t, { 400: response })
    const answer = await standin.send('POST', '/things', { tags: ['a', 7] })
    t.equal(answer.statusCode, 400)
    t.match(answer.body, body)
    t.equal(answer.headers['x-standin-refusal'], DETAIL)
    t.match(await journalOf(standin), [
      { source: 'refusal', response: { violations: [], headers: { 'x-standin-refusal': DETAIL } } }
    ])
  })
}

t.test('a list that is too short for all violations leaves the rest to a header', async t => {
  const { send } = await startDocumenting(t, { 400: json(list(string, { maxItems: 1 })) })
  const answer = await send('POST', '/things', { tags: [7, 8] })
  t.equal(answer.json().length, 1)
  t.match(answer.headers['x-standin-refusal'], /tags\/0.*tags\/1/)
})

t.test('XML is written where that is the form', async t => {
  const { send } = await startDocumenting(t, {
    400: {
      description: 'No.',
      content: {
        'application/xml': { schema: { ...object({ message: string }), xml: { name: 'error' } } }
      }
    }
  })
  const answer = await send('POST', '/things', { tags: ['a', 7] })
  t.equal(answer.headers['content-type'], 'application/xml')
  t.match(answer.body, /<error><message>The request does not fit/)
})
