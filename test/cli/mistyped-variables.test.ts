import t from 'tap'
import { listMistypedVariables } from '../../src/cli/mistyped-variables.ts'

for (const [name, near] of [
  ['STANDIN_PROT', 'STANDIN_PORT'],
  ['STANDIN_MAX_WORLD', 'STANDIN_MAX_WORLDS'],
  ['STANDIN_ADMIN_TOKN', 'STANDIN_ADMIN_TOKEN'],
  ['STAND_IN_PORT', 'STANDIN_PORT'],
  ['standin_port', 'STANDIN_PORT']
] as const) {
  t.test(`${name} is told of, with ${near}`, async t => {
    t.same(listMistypedVariables({ [name]: '1' }), [`the variable ${name} has no effect, did you mean ${near}?`])
  })
}

t.test('variables of other programs, and those that count, are not told of', async t => {
  t.same(listMistypedVariables({
    PORT: '1',
    STANDIN_PORT: '1',
    STANDIN_URL: 'http://127.0.0.1:4010',
    STANDIN_PORT_4010_TCP: 'tcp://10.0.0.11:4010',
    STANDIN_SERVICE_PORT: '4010',
    STANDIN_SERVICE_HOST: '10.0.0.11',
    STANDIN_SERVICE_PORT_HTTP: '4010',
    STANDIN_ADMIN_PORT: 'tcp://10.0.0.12:4010',
    STANDIN_ADMIN_SERVICE_HOST: '10.0.0.12',
    STANDING_ORDERS: '1'
  }), [])
})

t.test('a variable that is like none that counts is told of as well', async t => {
  t.same(listMistypedVariables({ STANDIN_SOMETHING_ELSE: '1' }), [
    'the variable STANDIN_SOMETHING_ELSE has no effect: standin --help lists the flags that variables can set'
  ])
})
