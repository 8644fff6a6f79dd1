import t from 'tap'
import type { Test } from 'tap'
import type { RunOptions } from '../../src/journeys/journey-run.ts'
import type { WorkflowResult } from '../../src/journeys/workflow-result.ts'
import { HEAD, runText } from './run-text.ts'

const PAYLOAD = '{ Client: c, AccessToken: a, ClientToken: t, EntityType: Payment }'
const ADD = `operationId: addExport
        requestBody: { payload: ${PAYLOAD} }`

t.test('goes where the actions of a step lead', async t => {
  const steps = `
      - stepId: first
        ${ADD}
        onSuccess:
          - { name: never, type: end, criteria: [{ condition: $statusCode == 500 }] }
          - { name: over, type: goto, stepId: third }
      - stepId: second
        ${ADD}
      - stepId: third
        ${ADD}
        successCriteria: [{ condition: $statusCode == 200 }]
        onFailure:
          - { name: recover, type: goto, stepId: fifth, criteria: [{ condition: $statusCode == 400 }] }
      - stepId: fourth
        ${ADD}
      - stepId: fifth
        operationId: addExport
        requestBody: { payload: { Client: c, AccessToken: a, ClientToken: t, EntityType: Company } }
        onSuccess: [{ name: done, type: end }]
      - stepId: sixth
        ${ADD}`
  const result = await runSteps(t, steps)
  t.equal(result?.status, 'passed')
  t.same(result?.steps.map(({ isHandled, status, step }) => [step.id, status, isHandled]), [
    ['first', 'passed', false],
    ['third', 'failed', true],
    ['fifth', 'passed', false]
  ])
})

t.test('retries as often as an action allows, then takes the next action', async t => {
  const steps = `
      - stepId: first
        ${ADD}
        successCriteria: [{ condition: $statusCode == 201 }]
        onFailure:
          - { name: again, type: retry, retryAfter: 2.5, retryLimit: 3 }
          - { name: once, type: retry }
          - { name: other, type: goto, stepId: last }
      - stepId: last
        operationId: getAllExports
        requestBody:
          payload:
            Client: c
            AccessToken: a
            ClientToken: t
            ExportIds: [00000000-0000-4000-8000-000000000000]`
  const result = await runSteps(t, steps)
  t.match(result?.steps, [{ attempts: 5, waitedMs: 7_500, status: 'failed', isHandled: true }, { status: 'passed' }])
})

t.test('waits as long as a Retry-After header says', async t => {
  const setup = `
    x-standin-world: { settings: { limits: { mews.requests: { enabled: true, max: 1, per: PT40S } } } }`
  const steps = `
      - stepId: first
        ${ADD}
      - stepId: limited
        operationId: addExport
        requestBody: { payload: { Client: c, AccessToken: a, ClientToken: t, EntityType: Company } }
        onFailure: [{ name: told, type: retry, retryAfter: 1, retryLimit: 1 }]`
  const result = await runSteps(t, steps, { setup })
  t.match(result?.steps[1], { attempts: 2, waitedMs: 40_000, status: 'passed' })
  const own = await runSteps(t, steps, { setup, retryDelayMs: ({ headerMs = 0 }) => headerMs * 2 })
  t.match(own?.steps[1], { attempts: 2, waitedMs: 80_000 })
})

t.test('runs a step before a retry, and stops a circle', async t => {
  const result = await runSteps(t, `
      - stepId: other
        operationId: addExport
        requestBody: { payload: { Client: c, AccessToken: b, ClientToken: t, EntityType: Company } }
        x-standin-wait: PT8S
      - stepId: add
        ${ADD}
      - stepId: again
        ${ADD}
        onFailure: [{ name: prepared, type: retry, retryLimit: 2, stepId: other }]`)
  t.match(result?.steps[2], { attempts: 2, waitedMs: 8_000, status: 'passed' }, 'the step before it waits')
  const circle = await runSteps(t, `
      - stepId: find
        operationId: getAllExports
        requestBody:
          payload: { Client: c, AccessToken: a, ClientToken: t, ExportIds: [00000000-0000-4000-8000-000000000000] }
        onSuccess: [{ name: round, type: goto, stepId: find }]`)
  t.match(circle, { status: 'failed', message: /more than 1000 steps/ })
})

t.test('writes bodies of templates, replacements and selectors', async t => {
  const steps = `
      - stepId: template
        operationId: addExport
        requestBody:
          contentType: application/json
          payload: |
            { "Client": "c {$inputs.who}", "AccessToken": "a", "ClientToken": "t", "EntityType": "Order" }
          replacements:
            - { target: /EntityType, value: $inputs.type }
            - { target: $.Client, targetSelectorType: jsonpath, value: replaced }
        successCriteria:
          - condition: $request.body#/EntityType == 'Payment' && $request.body.Client == 'replaced'
          - condition: $statusCode == 200
        outputs:
          id: { context: $response.body, selector: $.Export.Id, type: jsonpath }
          same: { context: $response.body, selector: /Export/Id, type: jsonpointer }
      - stepId: find
        operationId: getAllExports
        dependsOn: [template]
        requestBody:
          payload: { Client: c, AccessToken: a, ClientToken: t, ExportIds: [$steps.template.outputs.same] }
        successCriteria:
          - condition: $response.body.Exports[0].Id == $steps.template.outputs.id
        outputs: { first: '$response.body#/Exports/0', text: 'id {$steps.template.outputs.id}' }`
  const inputs = `
    inputs: { type: object, properties: { who: { default: me }, type: { enum: [Payment], default: Payment } } }`
  const result = await runSteps(t, steps, { setup: inputs })
  t.same(faultsOf(result), [])
  t.equal(result?.status, 'passed')
  t.match(result?.steps[1]?.outputs, { first: { Status: 'Pending' }, text: /^id [\da-f-]{36}$/ })
})

t.test('tells why a step cannot be sent', async t => {
  const result = await runSteps(t, `
      - stepId: find
        ${ADD}
        outputs: { none: $response.body#/None }
      - stepId: missing
        operationId: addExport
        requestBody: { payload: 'x {$steps.find.outputs.none}' }`)
  t.match(result?.steps[1], { status: 'failed', faults: [{ message: '$steps.find.outputs.none has no value' }] })
  const late = await runSteps(t, `
      - stepId: before
        dependsOn: [after]
        ${ADD}
      - stepId: after
        ${ADD}`)
  t.match(late?.steps, [{ status: 'failed', faults: [{ message: 'the step after has not passed before' }] }])
  t.equal(late?.steps.length, 1)
})

t.test('fails where a file has another size than the response states', async t => {
  const result = await runSteps(t, `
      - stepId: add
        ${ADD}
        outputs: { id: $response.body#/Export/Id }
      - stepId: done
        operationId: getAllExports
        x-standin-wait: PT8S
        requestBody:
          payload: { Client: c, AccessToken: a, ClientToken: t, ExportIds: [$steps.add.outputs.id] }
        x-standin-download: { url: $response.body#/Exports/0/Files/0/Url, size: '{$statusCode}' }`)
  t.match(result?.steps[1]?.faults, [{ message: /has \d+ bytes, where 200 were stated/ }])
})

t.test('starts from a scenario, seeds and a time', async t => {
  const setup = `
    x-standin-world:
      scenario: mews/failure
      startsAt: '2040-01-01T00:00:00Z'
      resources:
        mews.Export:
          00000000-0000-4000-8000-000000000001: { members: { EntityType: Payment }, status: Success }`
  const steps = `
      - stepId: seeded
        operationId: getAllExports
        requestBody:
          payload: { Client: c, AccessToken: a, ClientToken: t, ExportIds: [00000000-0000-4000-8000-000000000001] }
        successCriteria:
          - condition: $response.body#/Exports/0/Status == 'Success'
          - { context: $response.body#/Exports/0/ExpiresUtc, condition: '^2040-01-08', type: regex }`
  const result = await runSteps(t, steps, { setup })
  t.same(faultsOf(result), [])
  t.equal(result?.status, 'passed')
  const wrong = await runSteps(t, steps, { setup: '\n    x-standin-world: { scenario: mews/falure }' })
  t.match(wrong, { status: 'failed', message: /cannot be set up: .*falure/ })
})

t.test('waits for a callback', async t => {
  const text = (within: string): string => `${HEAD.replaceAll('mews', 'webadmit')}workflows:
  - workflowId: announced
    inputs: { properties: { url: { type: string, x-standin-value: callbackUrl } } }
    steps:
      - stepId: run
        operationId: runExport
        parameters:
          - { name: user_identity_id, in: path, value: 7 }
          - { name: export_id, in: path, value: 9 }
          - { name: callback, in: query, value: $inputs.url }
          - { name: x-api-key, in: header, value: key }
        x-standin-callback: { name: exportFileReady, within: ${within} }
        successCriteria:
          - condition: $statusCode == 201
          - condition: $message.payload != null
`
  const [result] = await runText(t, text('PT1M'))
  t.same(faultsOf(result), [])
  t.equal(result?.status, 'passed')
  t.match(result?.steps[0]?.callback, {
    method: 'POST',
    payload: { export_file: { id: '74780', status: 'Available' } }
  })
  const [early] = await runText(t, text('PT1S'))
  t.match(early?.steps[0]?.faults, [{ message: 'the callback exportFileReady did not come within PT1S' }, {}])
})

t.test('sends requests to URLs, and runs workflows of other journeys', async t => {
  const part = `${HEAD}workflows:
  - workflowId: part
    inputs: { required: [token], properties: { token: { type: string } } }
    steps:
      - stepId: add
        operationPath: '{$sourceDescriptions.mews.url}#/paths/~1api~1connector~1v1~1exports~1add/post'
        requestBody: { payload: { Client: c, AccessToken: $inputs.token, ClientToken: t, EntityType: Payment } }
        outputs: { id: $response.body#/Export/Id }
    outputs: { id: $steps.add.outputs.id }
`
  const whole = `${HEAD.replace('workflows', '')}  - { name: parts, url: part.arazzo.yaml, type: arazzo }
workflows:
  - workflowId: whole
    steps:
      - stepId: part
        workflowId: $sourceDescriptions.parts.part
        parameters: [{ name: token, value: a }]
        outputs: { id: $outputs.id }
      - stepId: direct
        x-operation: { method: post, url: /api/connector/v1/exports/getAll }
        requestBody:
          payload: { Client: c, AccessToken: a, ClientToken: t, ExportIds: [$steps.part.outputs.id] }
        successCriteria: [{ condition: $response.body#/Exports/0/Id == $steps.part.outputs.id }]
    outputs: { id: $steps.part.outputs.id }
`
  const [result] = await runText(t, whole, { files: { 'part.arazzo.yaml': part } })
  t.same(faultsOf(result), [])
  t.equal(result?.status, 'passed')
  t.match(result, { outputs: { id: /^[\da-f-]{36}$/ }, steps: [{ inner: { status: 'passed' } }, {}] })
})

function faultsOf (result: WorkflowResult | undefined): unknown[] {
  return result?.steps.flatMap(({ faults }) => faults.map(({ message }) => message)) ?? []
}

interface RunSteps extends RunOptions {
  /** Members of the workflow beside its steps. */
  readonly setup?: string
}

async function runSteps (
  t: Test,
  steps: string,
  { setup = '', ...options }: RunSteps = {}
): Promise<WorkflowResult | undefined> {
  const [result] = await runText(t, `${HEAD}workflows:\n  - workflowId: steps${setup}\n    steps:${steps}\n`, options)
  return result
}
