import t from 'tap'
import type { AdminApi } from '../../src/client/admin-api.ts'
import type {
  Expectation, RouteStub, ScenarioDocument, Seed, SettingsPatch, Stub, UntypedApi, World
} from '../../src/client/index.ts'

/*
 * The compiler checks these functions, which are not called: a line with an error is marked, and a mark without an
 * error is an error itself.
 */
t.test('what is said to the client is held to the contracts by the compiler', async t => {
  t.type(stubs, 'function')
  t.type(expectations, 'function')
  t.type(resourcesAndSettings, 'function')
  t.type(ownApis, 'function')
  t.type(adminBodies, 'function')
})

async function stubs (world: World): Promise<void> {
  await world.stub({ operation: 'mews.addExport', reply: { status: 400, body: { Message: 'No' } } })
  await world.stub({
    operation: 'mews.addExport',
    reply: { status: 400, body: { Message: 'Not {$request.body#/EntityType}', RequestId: '$uuid' } }
  })
  await world.stub({
    operation: 'mews.addExport',
    reply: { body: { Export: { Id: '$uuid', Status: 'Pending', EntityType: '$request.body#/EntityType', Files: [] } } }
  })
  await world.stub({ operation: 'webadmit.runExport', reply: { status: 401 } })
  await world.stub({
    operation: 'vcf.startExport',
    reply: { status: 500, body: { nestedErrors: [{ nestedErrors: [{ message: 'deep' }] }] } }
  })
  await world.stub({
    operation: 'mews.addExport',
    sequence: [{ status: 429, headers: { 'Retry-After': 3 } }, { fault: 'garbage' }, 'simulation']
  })
  await world.stub({ operation: 'mews.addExport', simulate: { lifecycle: 'failure', durations: { Pending: 'PT1M' } } })
  await world.stub({
    operation: 'mews.addExport',
    when: { body: { EntityType: 'Payment' }, exact: ['query'], call: { from: 2 } },
    fault: 'no-answer'
  })
  await world.stub({
    operation: 'vcf.getExport',
    when: { path: { runId: 'a' }, resource: { status: 'FAILED' } },
    delay: { uniform: ['PT1S', 2_000], by: 'clock' }
  })
  await world.stub({ operation: 'mews.addExport', contract: 'off', reply: { status: 418, body: { anything: true } } })
  await world.stub({ operation: { method: 'POST', path: '/api/connector/v1/exports/add' }, reply: { status: 418 } })

  // @ts-expect-error: no such operation
  await world.stub({ operation: 'mews.addExports' })
  // @ts-expect-error: a status that is not documented
  await world.stub({ operation: 'mews.addExport', reply: { status: 418, body: { Message: 'No' } } })
  // @ts-expect-error: no such member
  await world.stub({ operation: 'mews.addExport', reply: { status: 400, body: { Mesage: 'No' } } })
  // @ts-expect-error: no such member, beside those that there are
  await world.stub({ operation: 'mews.addExport', reply: { status: 400, body: { Message: 'No', Other: 1 } } })
  // @ts-expect-error: no such part of a stub
  await world.stub({ operation: 'mews.addExport', replies: [] })
  // @ts-expect-error: a member is missing
  await world.stub({ operation: 'mews.addExport', reply: { status: 400, body: {} } })
  // @ts-expect-error: a member of another type
  await world.stub({ operation: 'mews.addExport', reply: { status: 400, body: { Message: 1 } } })
  // @ts-expect-error: the body of another status
  await world.stub({ operation: 'mews.addExport', reply: { status: 200, body: { Message: 'No' } } })
  // @ts-expect-error: the body of a failure, where a success is meant
  await world.stub({ operation: 'mews.addExport', reply: { body: { Message: 'No' } } })
  // @ts-expect-error: not one of the values
  await world.stub({
    operation: 'mews.addExport',
    reply: { status: 200, body: { Export: { Id: 'a', Status: 'Waiting', EntityType: 'Payment', Files: [] } } }
  })
  // @ts-expect-error: this reply has no body
  await world.stub({ operation: 'webadmit.runExport', reply: { status: 401, body: { message: 'No' } } })
  // @ts-expect-error: not one of the values, in a condition
  await world.stub({ operation: 'mews.addExport', when: { body: { EntityType: 'Invoice' } } })
  // @ts-expect-error: no such placeholder
  await world.stub({ operation: 'vcf.getExport', when: { path: { runID: 'a' } } })
  // @ts-expect-error: a status that is not documented, in a sequence
  await world.stub({ operation: 'mews.addExport', sequence: [{ status: 418 }] })
  // @ts-expect-error: no such fault
  await world.stub({ operation: 'mews.addExport', fault: 'reset' })
  // @ts-expect-error: no such lifecycle
  await world.stub({ operation: 'mews.addExport', simulate: { lifecycle: 'failed' } })
}

async function expectations (world: World): Promise<void> {
  await world.verify({ operation: 'mews.addExport', when: { body: { EntityType: 'Payment' } }, count: { exactly: 2 } })
  await world.check({
    operation: 'mews.addExport',
    sequence: [{ operation: 'mews.getAllExports', when: { body: { ExportIds: ['a'] } } }]
  })
  await world.requests({ operation: 'mews.addExport', status: 200, 'body./EntityType': 'Payment' })

  // @ts-expect-error: no such operation
  await world.verify({ operation: 'mews.add' })
  // @ts-expect-error: not one of the values
  await world.verify({ operation: 'mews.addExport', when: { body: { EntityType: 'Payments' } } })
  // @ts-expect-error: no such count
  await world.check({ operation: 'mews.addExport', count: { exact: 2 } })
  // @ts-expect-error: no such operation, in a sequence
  await world.check({ operation: 'mews.addExport', sequence: [{ operation: 'mews.getAll' }] })
  // @ts-expect-error: no such filter
  await world.requests({ operations: 'mews.addExport' })
}

async function resourcesAndSettings (world: World): Promise<void> {
  await world.resource('mews.Export', 'a').put({
    members: { EntityType: 'Payment' },
    status: 'Success',
    lifecycle: 'success'
  })
  await world.resource('mews.Export', 'a').status('Failed')
  await world.settings.patch({
    resources: { 'mews.Export': { lifecycle: 'failure', durations: { Pending: 'PT1M' } } },
    operations: { 'mews.addExport': { code: 429 } },
    delayMs: null
  })

  // @ts-expect-error: no such type of resource
  await world.resources('mews.Exports')
  // @ts-expect-error: no such status
  await world.resource('mews.Export', 'a').status('Done')
  // @ts-expect-error: a status of another type
  await world.resource('vcf.ExportTask', 'a').put({ status: 'Success' })
  // @ts-expect-error: no such lifecycle
  await world.settings.patch({ resources: { 'mews.Export': { lifecycle: 'failed' } } })
  // @ts-expect-error: no such setting
  await world.settings.patch({ delay: 2 })
  // @ts-expect-error: a status that is not documented
  await world.settings.patch({ operations: { 'mews.addExport': { code: 418 } } })
}

async function ownApis (untyped: World<UntypedApi>, own: World<Own>): Promise<void> {
  await untyped.stub({
    operation: 'shop.order',
    when: { body: { a: 1 } },
    reply: { status: 201, body: { any: 'thing' } }
  })
  await untyped.resource('shop.Order', 1).status('sent')

  await own.stub({ operation: 'shop.order', reply: { status: 503, body: { error: 'x' } } })
  await own.stub({ operation: 'shop.order', reply: { status: 599, body: { error: 'x' } } })
  await own.stub({ operation: 'shop.order', reply: { body: { id: 1 } } })
  await own.settings.patch({ operations: { 'shop.order': { code: 503 } } })
  // @ts-expect-error: not in the range
  await own.stub({ operation: 'shop.order', reply: { status: 404, body: { error: 'x' } } })
  // @ts-expect-error: no such member
  await own.stub({ operation: 'shop.order', reply: { status: 201, body: { id: 1, other: 2 } } })
  // @ts-expect-error: no such operation
  await own.stub({ operation: 'mews.addExport' })
}

interface Own {
  operations: {
    'shop.order': { request: { body: { item: string } }, replies: { 201: { id: number }, '5XX': { error: string } } }
  }
  resources: { 'shop.Order': { status: 'sent', lifecycle: 'fast' } }
}

/** Accepts the client's types in the place of those of the admin API's document. */
async function adminBodies (): Promise<void> {
  accepts<'admin.addStub'>({} as RouteStub, {} as Stub<UntypedApi, string>)
  accepts<'admin.patchSettings'>({} as SettingsPatch<UntypedApi>)
  accepts<'admin.putResource'>({} as Seed<UntypedApi, string>)
  accepts<'admin.verifyRequests'>({} as Expectation<UntypedApi, string>)
  accepts<'admin.putScenario'>({} as ScenarioDocument)
}

function accepts<Id extends keyof AdminApi['operations']> (
  ..._bodies: Array<BodyOf<AdminApi['operations'][Id]>>
): void {}

type BodyOf<Operation> = Operation extends { request: { body: infer Body } } ? ReadonlyDeep<Body> : never

type ReadonlyDeep<Value> = Value extends object
  ? { readonly [member in keyof Value]: ReadonlyDeep<Value[member]> | undefined }
  : Value
