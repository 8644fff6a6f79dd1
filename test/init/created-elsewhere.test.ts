import t from 'tap'
import { declarationsOf, operation, pathId, proposalOf, ref } from './proposal-of.ts'

const Job = {
  type: 'object',
  required: ['jobId', 'status'],
  properties: { jobId: { type: 'string' }, status: { type: 'string', enum: ['RUNNING', 'DONE', 'FAILED'] } }
}
const started = { type: 'object', required: ['jobId'], properties: { jobId: { type: 'string' } } }
const withJob = { type: 'object', required: ['job'], properties: { job: ref('Job'), note: { type: 'string' } } }

/** Returns the operations that create jobs, in a document where an operation stands at a path. */
function creates (path: string, method: string, posted: object) {
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => pathId(name))
  const { operations } = declarationsOf(proposalOf({
    [path]: { parameters, [method]: posted },
    '/jobs/{jobId}': { parameters: [pathId('jobId')], get: operation(200, ref('Job')) }
  }, { Job }))
  return Object.entries(operations).filter(([, { create }]) => create !== undefined).map(([name]) => name)
}

t.test('a job is created by the action that answers with it, or with its id', async t => {
  const table: Array<[path: string, method: string, posted: object]> = [
    ['/datasets/{datasetId}/startExportJob', 'post', operation(200, started)],
    ['/startExportJob', 'post', operation(200, started)],
    ['/jobs/start', 'post', operation(200, ref('Job'))],
    ['/jobs/startJob', 'post', operation(202, started)],
    ['/datasets/{datasetId}:export', 'post', operation(202, ref('Job'))],
    ['/albums/{albumId}/archives', 'post', operation(200, ref('Job'))],
    ['/albums/{albumId}/archives', 'post', operation(201, withJob)],
    ['/renders', 'post', operation(200, withJob)],
    ['/renders', 'post', operation(202, started)],
    ['/jobs', 'put', operation(200, started)]
  ]
  for (const [path, method, posted] of table) {
    t.same(creates(path, method, posted), [`${method.toUpperCase()} ${path}`], `${method} ${path}`)
  }
})

t.test('an action that changes or ends a job creates none', async t => {
  for (const action of ['/cancel', '/pauseJob', '/touch', ':resume']) {
    const path = `/jobs/{jobId}${action}`
    t.same(creates(path, 'post', operation(200, ref('Job'))), [], path)
  }
})

t.test('a path for the full name of any resource does not hide the collections below it', async t => {
  const Plan = { ...Job, properties: { ...Job.properties, name: { type: 'string' } } }
  const { operations } = declarationsOf(proposalOf({
    '/v1/{parent}/plans': { parameters: [pathId('parent')], post: operation(200, ref('Plan')) },
    '/v1/{name}': { parameters: [pathId('name')], get: operation(200, ref('Plan')) }
  }, { Plan }))
  t.match(operations['POST /v1/{parent}/plans'], { create: { type: 'Plan' } })
})
