import t from 'tap'
import { compileCondition } from '../../src/journeys/compile-condition.ts'
import type { JourneyContext } from '../../src/journeys/journey-context.ts'
import type { KnownNames } from '../../src/journeys/known-names.ts'

const KNOWN: KnownNames = {
  inputs: ['count', 'name', 'a.b', 'x-key'],
  steps: new Map([['add', ['order', 'ids']]]),
  workflows: new Map([['before', { inputs: ['id'], outputs: ['id'] }]]),
  outputs: [],
  sources: new Map([['shop', { name: 'shop', url: 'https://shop.test/api.yaml' }]]),
  parameters: new Map([['page', 3]]),
  self: 'https://shop.test/journey'
}

const BODY = {
  status: 'Done',
  count: 3,
  none: null,
  no: false,
  items: [{ id: 'a', 'b/c': 1, 'd(e)': 2 }, { id: 'b' }],
  text: "it's",
  zero: 0,
  numeric: '10'
}

const values = { path: { id: 'p1' }, query: { page: 2 }, body: { sent: true } }

const CONTEXT: JourneyContext = {
  inputs: { count: 3, name: 'Ada', 'a.b': { c: 1 }, 'x-key': 'k' },
  steps: new Map([['add', { order: { id: 7 }, ids: [4, 5] }]]),
  workflows: new Map([['before', { inputs: { id: 'in' }, outputs: { id: 'out' } }]]),
  outputs: {},
  exchange: {
    request: { operation: undefined, method: 'POST', url: '/x', headers: { 'x-a': 'b' }, body: '', values },
    response: {
      status: 201,
      headers: { 'content-type': 'application/json', 'retry-after': '5', 'set-cookie': ['a=1', 'b=2'] },
      bytes: Buffer.from(''),
      body: BODY,
      tookMs: 1,
      url: 'https://shop.test/x'
    }
  },
  message: undefined
}

const HOLD = [
  '$statusCode == 201',
  '$statusCode==201',
  "$statusCode == '201'",
  '201 == $statusCode',
  '$statusCode != 200',
  '$statusCode >= 201 && $statusCode < 300',
  '$statusCode > 200 && ($statusCode < 201 || $statusCode <= 201)',
  '!($statusCode == 200)',
  '!false',
  '!!true',
  'true',
  'false || true && true',
  'true || false && false',
  "$response.body#/status == 'done'",
  "$response.body.status == 'DONE'",
  '$response.body#/items/0/id == \'a\'',
  "$response.body.items[1].id == 'b'",
  '$response.body#/items[1] != null',
  "$response.body['items'][0]['b/c'] == 1",
  '$response.body#/items/0/b~1c == 1',
  '$response.body.count > 2.5',
  '$response.body.count == $inputs.count',
  '$response.body.none == null',
  '$response.body.missing == null',
  '$response.body.status != null',
  'null == null',
  '$response.body.no == false',
  "$response.body.text == 'it''s'",
  '$response.body.numeric > 9',
  '$response.body.numeric == 10',
  "'abc' < 'ABD'",
  "('10' > '9') == true",
  '$response.header.Retry-After == 5',
  "$response.header.Content-Type == 'application/json'",
  "$response.header.set-cookie == 'a=1, b=2'",
  "$request.header.X-A == 'b'",
  "$request.path.id == 'p1' && $request.query.page == 2 && $request.body#/sent",
  "$method == 'post'",
  "$url == 'https://shop.test/x'",
  '$inputs.a.b.c == 1',
  "$inputs.x-key == 'k'",
  '$steps.add.outputs.order.id == 7',
  '$steps.add.outputs.order#/id == 7',
  '$steps.add.outputs.ids[1] == 5',
  "$workflows.before.outputs.id == 'out' && $workflows.before.inputs.id == 'in'",
  "$sourceDescriptions.shop.url == 'https://shop.test/api.yaml'",
  '$components.parameters.page == 3',
  "$self == 'https://shop.test/journey'",
  '{$statusCode} == 201',
  '$response.body#/items/1 == $response.body.items[1]',
  '$response.body.items'
]

const FAIL = [
  '$statusCode == 200',
  'null',
  '$response.body.missing',
  '$response.body.none',
  '$response.body.no',
  '$response.body.none > 1',
  '$response.body.missing < 1',
  '$response.body.none == 0',
  '$response.body.none == false',
  "$response.body.status == 'Doing'",
  "$response.body.items == 'a'",
  '$response.body.items > 1',
  'false && true || false',
  '$message.payload'
]

t.test('evaluates simple conditions', async t => {
  for (const text of HOLD) t.ok(compileCondition(text, KNOWN).holds(CONTEXT), text)
  for (const text of FAIL) t.notOk(compileCondition(text, KNOWN).holds(CONTEXT), text)
})

t.test('tells what cannot be evaluated', async t => {
  const mistakes: ReadonlyArray<readonly [text: string, expected: RegExp]> = [
    ['', /empty/],
    ['$statusCode = 200', /"=" .* write == to compare/],
    ['$statusCode === 200', /"=" .* is no operator/],
    ['$statusCode == 200 200', /"200" is not expected/],
    ['$statusCode ==', /ends where a value is expected/],
    ['($statusCode == 200', /closing \) is missing/],
    ['$statusCode == 200)', /"\)" is not expected/],
    ['$response.body.status == Done', /"Done" .* write a text in quotes, as in 'Done'/],
    ['$statuscode == 200', /did you mean "\$statusCode"/],
    ['$response.bdy.x == 1', /part of the message "bdy", did you mean "body"/],
    ['$inputs.nmae == 1', /no input "nmae", did you mean "name"/],
    ['$steps.ad.outputs.order == 1', /no step "ad", did you mean "add"/],
    ['$steps.add.output.order == 1', /\$steps\.add\.outputs\.NAME/],
    ['$steps.add.outputs.oder == 1', /did you mean "order"/],
    ['$workflows.befor.outputs.id == 1', /did you mean "before"/],
    ['$sourceDescriptions.shop.link == 1', /member of a source description "link"/],
    ['$components.parameters.pag == 1', /did you mean "page"/],
    ['$response.header == 1', /name is missing/],
    ['$statusCode.x == 1', /nothing may follow/],
    ['$response.body#x == 1', /no JSON pointer/],
    ['1 % 2', /"%" .* is no operator/]
  ]
  for (const [text, expected] of mistakes) {
    t.throws(() => compileCondition(text, KNOWN), { message: expected }, text)
  }
})

t.test('shows the values of a condition, without credentials', async t => {
  const { values } = compileCondition("$statusCode == 200 && $inputs.x-key != 'b' || $response.body.none", KNOWN)
  t.same(values(CONTEXT), ['$statusCode is 201', '$inputs.x-key is "k"', '$response.body.none is null'])
  const secret = compileCondition('$response.body#/token == 1', KNOWN)
  const exchange = CONTEXT.exchange && {
    ...CONTEXT.exchange,
    response: { ...CONTEXT.exchange.response, body: { token: 'abc' } }
  }
  t.same(secret.values({ ...CONTEXT, exchange }), ['$response.body#/token is "***"'])
})
