import t from 'tap'
import { parseContract } from '../../src/contract/parse-contract.ts'

/** Returns the warnings about the headers of a response. */
function warningsOf (headers: object, method = 'get'): Array<[pointer: string | undefined, message: string]> {
  const response = { $ref: '#/components/responses/Fine' }
  const operation = { responses: { 200: response, 201: response } }
  const document = {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1' },
    paths: { '/a': { [method]: operation }, '/b': { [method]: operation } },
    components: { responses: { Fine: { description: 'Fine.', headers } }, headers: { Bad: { example: 'ž' } } }
  }
  const { warnings } = parseContract(JSON.stringify(document), { file: 'things.json', name: 'things' })
  const own = warnings.filter(({ message }) => !message.startsWith('the header needs'))
  return own.map(({ message, pointer }) => [pointer?.replace('/components/responses/Fine/headers', ''), message])
}

const VALUE = 'is sent encoded, as HTTP cannot carry its value: write it in Latin-1, without line ends'
const NAME = 'is left out, as HTTP cannot carry its name: a name has letters, digits and hyphens, and no spaces'
const FRAMING = 'is not sent as documented: the server frames its messages itself'

const HEADERS: Array<[headers: object, warnings: Array<[pointer: string, message: string]>]> = [
  [{ 'X-A': { example: 'a\n' } }, [['/X-A/example', `the header X-A ${VALUE}`]]],
  [{ 'X-A': { examples: { 'a/b': { value: 'ž' } } } }, [['/X-A/examples/a~1b', `the header X-A ${VALUE}`]]],
  [{ 'X-A': { schema: { default: 'ž' } } }, [['/X-A/schema/default', `the header X-A ${VALUE}`]]],
  [{ 'X-A': { schema: { enum: ['日本'] } } }, [['/X-A/schema/enum/0', `the header X-A ${VALUE}`]]],
  [{ 'X-A': { schema: { const: '\r\n' } } }, [['/X-A/schema/const', `the header X-A ${VALUE}`]]],
  [{ 'X-A': { schema: { allOf: [{ example: 'ž' }] } } }, [['/X-A/schema/allOf/0/example', `the header X-A ${VALUE}`]]],
  [{ 'X-A': { example: ['a', 'ž'] } }, [['/X-A/example', `the header X-A ${VALUE}`]]],
  [{ 'X-A': { $ref: '#/components/headers/Bad' } }, [['/components/headers/Bad/example', `the header X-A ${VALUE}`]]],
  [{ 'X Bad Name': { example: 'x' } }, [['/X Bad Name', `the header "X Bad Name" ${NAME}`]]],
  [{ '': {} }, [['/', `the header "" ${NAME}`]]],
  [{ 'X-A ': {} }, [['/X-A ', 'the header "X-A " is sent as "X-A"']]],
  [{ Upgrade: { example: 'websocket' } }, [['/Upgrade', `the header Upgrade ${FRAMING}`]]],
  [{ trailer: {} }, [['/trailer', `the header trailer ${FRAMING}`]]],
  [{ 'Content-Length': { example: 5 } }, [['/Content-Length', `the header Content-Length ${FRAMING}`]]]
]

for (const [headers, warnings] of HEADERS) {
  t.test(`a header that is not sent as described is reported once: ${JSON.stringify(headers)}`, async t => {
    t.same(warningsOf(headers), warnings)
  })
}

const FINE: object[] = [
  { 'X-A': { example: 'café' } },
  { 'X-A': { example: { a: { b: 'ž' } } } },
  { 'X-A': { content: { 'application/json': { example: 'ž' } } } },
  { 'Content-Type': { example: 'ž' } },
  { 'Content-Length': { schema: { type: 'integer' } } },
  { 'Set-Cookie': { example: 'a=1\nb=2' }, '\0Set-Cookie': { example: 'c=3' } }
]

for (const headers of FINE) {
  t.test(`a header that can be sent is not reported: ${JSON.stringify(headers)}`, async t => {
    t.same(warningsOf(headers), [])
  })
}

t.test('a response of HEAD may document its length', async t => {
  t.same(warningsOf({ 'Content-Length': { example: 5 } }, 'head'), [])
})
