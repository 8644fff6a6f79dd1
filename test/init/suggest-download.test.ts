import t from 'tap'
import { declarationsOf, operation, pathId, proposalOf, query, ref } from './proposal-of.ts'

const Export = {
  type: 'object',
  required: ['id', 'status'],
  properties: {
    id: { type: 'string' },
    status: { type: 'string', enum: ['queued', 'done', 'failed'] },
    format: { type: 'string', enum: ['csv', 'pdf'] },
    downloadUrl: { type: 'string', format: 'uri' }
  }
}
const NEW = { type: 'object', properties: { format: { type: 'string', enum: ['csv', 'pdf'] } } }
const EXPORTS = {
  '/exports': { post: operation(202, ref('Export'), { body: NEW }) },
  '/exports/{id}': { get: operation(200, ref('Export'), { parameters: [pathId('id')] }) }
}
const LINK = {
  type: 'object',
  required: ['url', 'expiresAt', 'region'],
  properties: {
    url: { type: 'string', format: 'uri' },
    size: { type: 'integer' },
    expiresAt: { type: 'string', format: 'date-time' },
    region: { type: 'string', example: 'eu' }
  }
}
const EXPORT_ID = { ...query('exportId'), required: true }
const csv = { 200: { description: 'It.', content: { 'text/csv': {} } } }
const redirect = { 302: { description: 'There.', headers: { Location: { schema: { type: 'string' } } } } }

/** Returns the declarations for a download at a path. */
function declare (path: string, get: Record<string, unknown>): ReturnType<typeof declarationsOf> {
  return declarationsOf(proposalOf({ ...EXPORTS, [path]: { get } }, { Export }))
}

t.test('a download gives the file of a resource once there is one', async t => {
  const responses = { ...csv, 404: { description: 'None.' }, 409: { description: 'Not yet.' } }
  const { operations, resources } = declare('/exports/{id}/file', { parameters: [pathId('id')], responses })
  t.match(resources.Export, {
    while: { done: { downloadUrl: '$files.0.url' } },
    files: {
      name: 'export-{$id}.csv',
      rows: ['id,created,format', '{$id},{$created},{$resource.format}'],
      header: 1,
      mediaType: 'text/csv',
      while: ['done']
    }
  })
  t.same(operations['GET /exports/{id}/file'], {
    find: { type: 'Export', id: '$request.path.id', else: { status: 404 } },
    reply: { status: 200, body: { $file: 0 }, while: { queued: 'notReadyExport', failed: 'notReadyExport' } }
  })
})

t.test('a file that is not there yet is missing, where the document has no other word for it', async t => {
  const { operations } = declare('/exports/{id}/content', { parameters: [pathId('id')], responses: csv })
  t.match(operations['GET /exports/{id}/content'], { find: { while: ['done'] }, reply: { body: { $file: 0 } } })
})

t.test('a download may be a redirect, a link in JSON, or be addressed by its own parameter', async t => {
  const parameters = [pathId('id')]
  const redirected = declare('/exports/{id}/download', { parameters, responses: redirect })
  t.match(redirected.operations['GET /exports/{id}/download'], {
    reply: { status: 302, headers: { Location: '$files.0.url' } }
  })
  const linked = declare('/exports/{id}/link', operation(200, LINK, { parameters }))
  t.same(linked.operations['GET /exports/{id}/link']?.reply, {
    status: 200,
    body: { url: '$files.0.url', size: '$files.0.size', expiresAt: '$now + PT1H', region: 'eu' }
  })
  const Job = { ...Export, properties: { ...Export.properties, exportId: { type: 'string' } } }
  const { operations } = declarationsOf(proposalOf({
    '/startExport': { post: operation(200, ref('Export')) },
    '/getExport': { get: operation(200, ref('Export'), { parameters: [EXPORT_ID] }) },
    '/downloadExport': { get: { parameters: [EXPORT_ID], responses: csv } }
  }, { Export: Job }))
  t.match(operations['GET /downloadExport'], { find: { id: '$request.query.exportId' }, reply: { body: { $file: 0 } } })
  t.match(operations['GET /getExport'], { find: { id: '$request.query.exportId' } })
})

t.test('no file is what has a structure, what belongs to a part, and what is of another media type', async t => {
  const page = { 200: { description: 'It.', content: { 'text/html': {} } } }
  const pdf = { 200: { description: 'It.', content: { 'application/pdf': {} } } }
  const parameters = [pathId('id')]
  t.notOk(declare('/exports/{id}/page', { parameters, responses: page }).operations['GET /exports/{id}/page'])
  const part = '/exports/{id}/parts/{part}'
  t.notOk(declare(part, { parameters: [...parameters, pathId('part')], responses: csv }).operations[`GET ${part}`])
  const { leftOut } = proposalOf({
    ...EXPORTS,
    '/exports/{id}/csv': { get: { parameters, responses: csv } },
    '/exports/{id}/pdf': { get: { parameters, responses: pdf } }
  }, { Export })
  t.match(leftOut, [{ operation: { path: '/exports/{id}/pdf' }, reason: /one media type/ }])
})
