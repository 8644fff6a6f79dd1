import t from 'tap'
import { startCounting } from './count-work.ts'

const countWork = startCounting(t)
const { startWith } = await import('../apis/start-with.ts')

/** The operations of a large API: its paths share their first words. */
const OPERATIONS = 1_200

/** The most work for one request, for each operation. */
const WORK_PER_OPERATION = 10_000

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

const word = (index: number) => `${LETTERS[index % 26]}${LETTERS[Math.floor(index / 26) % 26]}-things-of-${index}`

const ID = { name: 'id', in: 'path', required: true, schema: {} }

const paths = Object.fromEntries(Array.from({ length: OPERATIONS }, (_, index) => [
  `/api/v1/${word(index)}/{id}/${word(index + 7)}`,
  { get: { parameters: [ID], responses: { 204: { description: 'All is well.' } } } }
]))

const PATHS: Readonly<Record<string, string>> = {
  'a word of a thousand letters': `/api/v1/${'a'.repeat(1_000)}`,
  'a thousand words': '/a'.repeat(1_000),
  'words of the API again and again': '/api/v1'.repeat(500),
  'words that are nearly those of the API': Array.from({ length: 50 }, (_, index) => `/${word(index)}x`).join(''),
  'other words': '/zebras/giraffes/elephants/lions/tigers',
  slashes: '/'.repeat(10_000),
  'encoded words': '/%41'.repeat(1_000)
}

t.test('a request that no operation takes is compared with all of them in little work', async t => {
  const { admin, send } = await startWith(t, paths)
  for (const [title, path] of Object.entries(PATHS)) {
    await send('GET', '/nothing')
    const { result, work } = await countWork(() => send('GET', path))
    t.equal(result.statusCode, 404, title)
    t.ok(work < WORK_PER_OPERATION * OPERATIONS, `${title}: ${Math.round(work / OPERATIONS)} for each operation`)
    t.ok(result.body.length < 70_000, `${title}: ${result.body.length} bytes are answered`)
  }
  for (let index = 0; index < 300; index++) await send('GET', `/api/v1/${'b'.repeat(500)}${index}/c`)
  const { result, work } = await countWork(() => admin('GET', '/requests/unmatched'))
  t.equal(result.json().requests.length, 314)
  t.ok(work < 10 * WORK_PER_OPERATION * OPERATIONS, `all: ${Math.round(work / OPERATIONS)} for each operation`)
  t.equal(result.json().requests[0].nearest.length, 0)
  t.equal(result.json().requests.at(-1).nearest.length, 3)
})
