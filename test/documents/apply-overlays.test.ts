import { join } from 'node:path'
import t from 'tap'
import { loadContracts } from '../../src/contract/load-contracts.ts'
import { formatProblem } from '../../src/documents/problem.ts'
import { shownPath } from '../../src/documents/shown-path.ts'

const SHOP = `openapi: 3.1.0
info: { title: Shop, version: "1" }
tags: [{ name: a }, { name: b }, { name: c }]
paths:
  /orders:
    get: { operationId: listOrders, tags: [x], responses: { "200": { description: All } } }
    post: { operationId: createOrder, responses: { "201": { description: It } } }
`

const OVERLAY = `overlay: 1.1.0
info: { title: Ours, version: "1" }
actions:
  - target: $.paths['/orders'].get
    update: { tags: [y], summary: Lists, responses: { "200": { description: Every, content: {} } } }
  - target: $.tags[?@.name != 'b']
    remove: true
  - target: $.tags
    update: { name: d }
  - target: $.paths.*[?@.operationId]
    update: { x-own: 1 }
  - target: $.paths['/orders'].post.responses
    copy: $.paths['/orders'].get.responses
  - target: $.nowhere
    remove: true
`

t.test('an overlay changes the document before it is served, action by action', async t => {
  const folder = t.testdir({ 'shop.yaml': SHOP, 'ours.yaml': OVERLAY })
  const [contract] = await loadContracts([join(folder, 'shop.yaml')], { overlays: [join(folder, 'ours.yaml')] })
  t.match(contract?.document, {
    tags: [{ name: 'b' }, { name: 'd' }],
    paths: {
      '/orders': {
        get: {
          operationId: 'listOrders',
          tags: ['x', 'y'],
          summary: 'Lists',
          responses: { 200: { description: 'Every' } },
          'x-own': 1
        },
        post: {
          responses: { 200: { description: 'Every' }, 201: { description: 'It' } },
          'x-own': 1
        }
      }
    }
  })
  t.match(contract?.warnings.map(formatProblem), [
    /ours\.yaml:14:5 warning: \$\.nowhere finds nothing in .*shop\.yaml$/
  ])

  const place = (pointer: string) => {
    const { file = 'shop.yaml', line } = contract?.locate(pointer) ?? { line: 0 }
    return `${file.replace(`${shownPath(folder)}/`, '')}:${line}`
  }
  t.equal(place('/paths/~1orders/get/operationId'), 'shop.yaml:6')
  t.equal(place('/paths/~1orders/get/summary'), 'ours.yaml:5')
  t.equal(place('/paths/~1orders/get/tags/1'), 'ours.yaml:5')
  t.equal(place('/tags/0/name'), 'shop.yaml:3')
  t.equal(place('/tags/1'), 'ours.yaml:9')
  t.equal(place('/paths/~1orders/post/responses/200/description'), 'ours.yaml:5')
})

t.test('overlays in a directory go to the documents that they extend', async t => {
  const folder = t.testdir({
    'a.yaml': SHOP,
    'b.yaml': `${SHOP}servers: [{ url: /b }]\n`,
    'b.overlay.yaml': 'overlay: 1.0.0\nextends: ./b.yaml\nactions: [{ target: $.info, update: { title: B } }]\n',
    'all.overlay.yaml': 'overlay: 1.0.0\nactions: [{ target: $.info, update: { version: "2" } }]\n'
  })
  const contracts = await loadContracts(folder)
  t.same(
    contracts.map(({ name, document: { info } }) => [name, info.title, info.version]),
    [
      ['a', 'Shop', '2'],
      ['b', 'B', '2']
    ]
  )
})

t.test("a mistake in what an overlay brings is placed in the overlay's file", async t => {
  const folder = t.testdir({
    'a.yaml': SHOP,
    'o.yaml':
      'overlay: 1.0.0\nactions:\n  - target: $.paths["/orders"].get\n    update: { security: [{ key: [] }] }\n'
  })
  const [contract] = await loadContracts([join(folder, 'a.yaml')], { overlays: [join(folder, 'o.yaml')] })
  t.match(contract?.warnings.map(formatProblem), [/o\.yaml:4:28 warning: there is no security scheme "key"/])
})

const WRONG: Array<[title: string, overlay: string, problem: RegExp]> = [
  [
    'of another version',
    'overlay: 2.0.0\nactions: []',
    /o\.yaml:1:1 the version "2\.0\.0" of OpenAPI Overlay is not supported/
  ],
  ['without actions', 'overlay: 1.0.0', /o\.yaml:1:1 an overlay needs "actions"/],
  [
    'without a target',
    'overlay: 1.0.0\nactions: [{ update: {} }]',
    /o\.yaml:2:11 an action needs a "target"/
  ],
  [
    'that does nothing',
    'overlay: 1.0.0\nactions: [{ target: $ }]',
    /o\.yaml:2:11 an action needs one of/
  ],
  [
    'with a word that is not known',
    'overlay: 1.0.0\nactions: [{ target: $, updaet: {} , remove: true }]',
    /o\.yaml:2:24 unknown word "updaet", did you mean "update"\?/
  ],
  [
    'whose target is no JSONPath',
    'overlay: 1.0.0\nactions: [{ target: "$.[", update: {} }]',
    /o\.yaml:2:13 "\$\.\[" is no JSONPath/
  ],
  [
    'whose target has a pattern that takes for ever',
    `overlay: 1.0.0
actions: [{ target: "$[?search(@, '((a{0,1000}){0,1000}){0,1000}b(?=c)')]", update: {} }]`,
    /o\.yaml:2:13 .* cannot be evaluated: .*could take for ever: write it without repetitions in repetitions/
  ],
  [
    'that copies what is not there',
    'overlay: 1.1.0\nactions: [{ target: $, copy: $.none }]',
    /o\.yaml:2:24 must find one part of the document, but finds none/
  ],
  [
    'that extends what is not served',
    'overlay: 1.0.0\nextends: other.yaml\nactions: []',
    /o\.yaml:2:1 extends "other\.yaml", which is not served \(served: .*a\.yaml\)/
  ],
  ['that is not there', '', /none\.yaml cannot be read/]
]

for (const [title, overlay, message] of WRONG) {
  t.test(`an overlay is refused ${title}`, async t => {
    const folder = t.testdir({ 'a.yaml': SHOP, 'o.yaml': overlay })
    await t.rejects(
      loadContracts([join(folder, 'a.yaml')], {
        overlays: [join(folder, overlay === '' ? 'none.yaml' : 'o.yaml')]
      }),
      { code: 'STANDIN_INVALID_DOCUMENT', message }
    )
  })
}
