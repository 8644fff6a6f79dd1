import t from 'tap'
import { startWith } from '../apis/start-with.ts'

const PREFER = 'RFC 7240, section 2'
const APPLIED = 'RFC 7240, section 3'
const RESPONSES = 'OpenAPI 3.1.1, section 4.8.16 (Responses Object)'
const EXAMPLES = 'OpenAPI 3.1.1, section 4.8.14 (Media Type Object), examples'

const NAME = { type: 'object', required: ['name'], properties: { name: { type: 'string' } } }
const json = (examples: object) => ({ description: 'It.', content: { 'application/json': { schema: NAME, examples } } })

const PATHS = {
  '/things': {
    get: {
      responses: {
        200: json({ small: { value: { name: 'pin' } }, 'very large': { value: { name: 'crane' } } }),
        404: json({ none: { value: { name: 'nothing' } } }),
        '4XX': json({ any: { value: { name: 'some error' } } }),
        default: json({ other: { value: { name: 'something else' } } })
      }
    }
  }
}

type Row = [source: string, prefer: string | string[], status: number, name: string | undefined, applied?: string]

/** A preference of a client, and the response to it. */
const ROWS: Row[] = [
  [PREFER, '', 200, 'pin'],
  [PREFER, 'code=404', 404, 'nothing', 'code=404'],
  [PREFER, 'CODE = 404', 404, 'nothing', 'code=404'],
  [PREFER, 'code="404"', 404, 'nothing', 'code=404'],
  [PREFER, 'code=404, code=200', 404, 'nothing', 'code=404'],
  [PREFER, 'respond-async, wait=10, code=404; foo="some, thing"', 404, 'nothing', 'code=404'],
  [PREFER, 'handling=lenient', 200, 'pin'],
  [PREFER, 'return=minimal', 200, 'pin'],
  [RESPONSES, 'code=200', 200, 'pin', 'code=200'],
  [RESPONSES, 'code=418', 418, 'some error', 'code=418'],
  [RESPONSES, 'code=503', 503, 'something else', 'code=503'],
  [EXAMPLES, 'example=small', 200, 'pin', 'example=small'],
  [EXAMPLES, 'example="very large"', 200, 'crane', 'example="very large"'],
  [EXAMPLES, 'example=none', 404, 'nothing', 'example=none'],
  [EXAMPLES, 'code=200, example="very large"', 200, 'crane', 'code=200, example="very large"'],
  [EXAMPLES, 'code=404, example=small', 404, undefined],
  [EXAMPLES, 'example=huge', 404, undefined],
  [APPLIED, 'dynamic=true, code=200', 200, undefined, 'code=200, dynamic=true'],
  [APPLIED, 'dynamic=false', 200, 'pin']
]

t.test('a client gets what it prefers, and is told what was applied', async t => {
  const { send } = await startWith(t, PATHS)
  for (const [source, prefer, status, name, applied] of ROWS) {
    const answer = await send('GET', '/things', undefined, { prefer: String(prefer) })
    t.equal(answer.statusCode, status, `${prefer} (${source})`)
    if (name !== undefined) t.same(answer.json(), { name }, `${prefer} (${source})`)
    t.equal(answer.headers['preference-applied'], applied, `${prefer} (${source})`)
  }
})
