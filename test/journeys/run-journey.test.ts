import t from 'tap'
import type { JourneyExchange, JourneyWait } from '../../src/journeys/workflow-result.ts'
import { HEAD, runText } from './run-text.ts'

const INPUTS = `
    inputs:
      type: object
      properties:
        token: { type: string, default: abc }
        type: { enum: [Payment, OrderItem], default: Payment }
`

const ADD = `
      - stepId: add
        operationId: addExport
        requestBody:
          payload: { Client: c, AccessToken: $inputs.token, ClientToken: t, EntityType: $inputs.type }
        successCriteria: [{ condition: $statusCode == 200 }]
        outputs: { id: $response.body#/Export/Id }`

const POLL = `
      - stepId: poll
        operationId: getAllExports
        requestBody:
          payload: { Client: c, AccessToken: $inputs.token, ClientToken: t, ExportIds: [$steps.add.outputs.id] }
        successCriteria:
          - context: $response.body
            condition: $.Exports[?@.Status == 'Success' && @.Id == '{$steps.add.outputs.id}']
            type: jsonpath
        onFailure: [{ name: later, type: retry, retryAfter: 1, retryLimit: 10 }]
        x-standin-download:
          url: $response.body#/Exports/0/Files/0/Url
          size: $response.body#/Exports/0/Files/0/SizeInBytes
        outputs: { files: $response.body#/Exports/0/Files }`

t.test('polls until a job has ended, and downloads its file, in no real time', async t => {
  const exchanges: JourneyExchange[] = []
  const waits: JourneyWait[] = []
  const observer = {
    exchanged: (exchange: JourneyExchange) => { exchanges.push(exchange) },
    waited: (wait: JourneyWait) => { waits.push(wait) }
  }
  const text = `${HEAD}workflows:
  - workflowId: export${INPUTS}    steps:${ADD}${POLL}
    outputs: { files: $steps.poll.outputs.files }
`
  const [result] = await runText(t, text, { observers: [observer] })
  t.equal(result?.status, 'passed', result?.steps.flatMap(({ faults }) => faults.map(({ message }) => message)).join())
  t.match(result?.outputs, { files: [{ Url: /^http/, SizeInBytes: Number }, {}] })
  t.match(result?.steps, [{ attempts: 1, waitedMs: 0 }, { attempts: 8, waitedMs: 7_000 }])
  t.equal(waits.length, 7)
  t.match(exchanges.at(-1), { isDownload: true, response: { status: 200 } })
  t.equal(exchanges.at(-2)?.at, (exchanges[0]?.at ?? 0) + 7_000, 'the clock was advanced')
  t.ok((result?.tookMs ?? Infinity) < 4_000)
})

t.test('gives each workflow a world of its own, except those that depend on each other', async t => {
  const text = `${HEAD}workflows:
  - workflowId: first${INPUTS}    steps:${ADD}
    outputs: { id: $steps.add.outputs.id }
  - workflowId: other${INPUTS}    steps:${ADD}
  - workflowId: second
    dependsOn: [first]${INPUTS}    steps:
      - stepId: duplicate
        operationId: addExport
        x-standin-refusal: duplicate
        requestBody:
          payload: { Client: c, AccessToken: $inputs.token, ClientToken: t, EntityType: Payment }
      - stepId: find
        operationId: getAllExports
        requestBody:
          payload: { Client: c, AccessToken: abc, ClientToken: t, ExportIds: [$workflows.first.outputs.id] }
        successCriteria: [{ condition: $response.body#/Exports/0/Id == $workflows.first.outputs.id }]
`
  const results = await runText(t, text)
  t.same(results.map(({ status, workflow }) => [workflow.id, status]), [
    ['first', 'passed'], ['second', 'passed'], ['other', 'passed']
  ])
})

t.test('reports each criterion that fails, with its place and the values', async t => {
  const text = `${HEAD}workflows:
  - workflowId: export${INPUTS}    steps:${ADD.replace('== 200', '== 202')}
        # The next step does not run.${POLL}
`
  const [result] = await runText(t, text)
  t.equal(result?.status, 'failed')
  t.match(result?.steps, [{
    status: 'failed',
    faults: [{ message: '$statusCode == 202 failed: $statusCode is 200', place: { line: 17 } }]
  }])
  t.equal(result?.steps.length, 1)
})

t.test('reads texts in the types of their inputs, and makes values for each run', async t => {
  const text = `${HEAD}workflows:
  - workflowId: export
    inputs:
      properties:
        count: { type: integer }
        word: { type: [string, integer] }
        key: { type: string, x-standin-value: uuid, default: none }
    steps:${ADD.replace('$inputs.token', 'a').replace('$inputs.type', 'Payment')}
    outputs: { count: $inputs.count, word: $inputs.word, key: $inputs.key }
`
  const [result] = await runText(t, text, { inputs: { count: '17', word: '17' } })
  t.match(result?.outputs, { count: 17, word: '17', key: /^[\da-f-]{36}$/ })
  const [wrong] = await runText(t, text, { inputs: { count: 'x' } })
  t.match(wrong, { status: 'failed', message: /the input count must be an integer/ })
  await t.rejects(runText(t, text.replace('x-standin-value: uuid', 'x-standin-value: guid')), {
    message: /:7:5 there is no x-standin-value "guid", did you mean "uuid"/
  })
})

t.test('takes inputs, checks them, and skips what only others can run', async t => {
  const text = `${HEAD}workflows:
  - workflowId: export
    inputs:
      type: object
      required: [token, type]
      properties: { token: { type: string }, type: { enum: [Payment] } }
    steps:${ADD}
    outputs: { id: $steps.add.outputs.id }
  - workflowId: all
    steps:
      - stepId: part
        workflowId: export
        parameters: [{ name: token, value: xyz }, { name: type, value: Payment }]
        outputs: { id: $outputs.id }
    outputs: { id: $steps.part.outputs.id }
`
  const [part, all] = await runText(t, text)
  t.match(part, { status: 'skipped', message: /token/ })
  t.match(all, { status: 'passed', outputs: { id: /^[\da-f-]{36}$/ }, steps: [{ inner: { steps: [{}] } }] })
  const [given] = await runText(t, text, { inputs: { token: 'abc', type: 'Payment' } })
  t.equal(given?.status, 'passed')
  const [wrong] = await runText(t, text, { inputs: { token: 'abc', type: 'Cheese' } })
  t.equal(wrong?.status, 'skipped')
})
