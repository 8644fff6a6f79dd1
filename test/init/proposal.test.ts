import t from 'tap'
import { declarationsOf, operation, pathId, proposalOf, query, ref } from './proposal-of.ts'

const PET = {
  type: 'object',
  required: ['id', 'name'],
  properties: { id: { type: 'integer' }, name: { type: 'string' }, tag: { type: 'string' } }
}
const NEW_PET = {
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string' }, tag: { type: 'string' } }
}

const PETS = {
  '/pets': {
    post: operation(201, ref('Pet'), { body: NEW_PET }),
    get: operation(
      200,
      { type: 'array', items: ref('Pet') },
      { parameters: [query('tag'), query('limit', 'integer'), query('offset', 'integer'), query('near')] }
    )
  },
  '/pets/{petId}': {
    parameters: [pathId('petId', 'integer')],
    get: operation(200, ref('Pet')),
    put: operation(200, ref('Pet'), { body: NEW_PET }),
    patch: operation(200, ref('Pet'), { body: { type: 'object', properties: { tag: { type: 'string' } } } }),
    delete: operation(204)
  }
}

t.test('a collection can be created, read, listed, replaced, changed and deleted', async t => {
  const proposal = proposalOf(PETS, { Pet: PET })
  const { operations, resources } = declarationsOf(proposal)
  const find = { type: 'Pet', id: '$request.path.petId', else: 'noPet' }

  t.same(resources, { Pet: { id: { member: 'id', format: 'integer' } } })
  t.same(operations, {
    'POST /pets': { create: { type: 'Pet', members: '$request.body' }, reply: { status: 201, body: '$resource' } },
    'GET /pets/{petId}': { find, reply: { status: 200, body: '$resource' } },
    'GET /pets': {
      find: {
        type: 'Pet',
        many: true,
        where: { tag: '$request.query.tag' },
        page: { size: '$request.query.limit', default: 20, offset: '$request.query.offset' }
      },
      reply: { status: 200, body: '$resources' }
    },
    'PUT /pets/{petId}': { find, update: { members: '$request.body' }, reply: { status: 200, body: '$resource' } },
    'PATCH /pets/{petId}': { find, patch: { members: '$request.body' }, reply: { status: 200, body: '$resource' } },
    'DELETE /pets/{petId}': { find, delete: true, reply: { status: 204 } }
  })
  t.same(proposal.leftOut, [])
})

t.test('what the server fills is filled, and only what the client may say is taken from it', async t => {
  const Note = {
    type: 'object',
    required: ['id', 'text', 'createdAt', 'updatedAt', 'words'],
    properties: {
      id: { type: 'string', format: 'uuid', readOnly: true },
      text: { type: 'string' },
      createdAt: { type: 'string', format: 'date-time', readOnly: true },
      updatedAt: { type: 'string', format: 'date-time', readOnly: true },
      words: { type: 'integer', readOnly: true },
      secret: { type: 'string', writeOnly: true },
      self: { type: 'string', format: 'uri', readOnly: true },
      mood: { type: 'string' }
    }
  }
  const { operations, resources } = declarationsOf(proposalOf({
    '/notes': { post: operation(201, ref('Note'), { body: ref('Note') }) },
    '/notes/{id}': {
      parameters: [pathId('id')],
      get: operation(200, ref('Note')),
      put: operation(200, ref('Note'), { body: ref('Note') })
    }
  }, { Note }))

  t.same(resources.Note, {
    id: { member: 'id', format: 'uuid' },
    always: { createdAt: '$created', updatedAt: '$created', words: 0, self: '{$server.url}/notes/{$id}' }
  })
  const members = { text: '$request.body#/text', mood: '$request.body#/mood', updatedAt: '$now' }
  t.match(operations['POST /notes'], { create: { members } })
  t.match(operations['PUT /notes/{id}'], { update: { members } })
})

t.test('a job passes through its statuses, and can be cancelled', async t => {
  const Job = {
    type: 'object',
    required: ['jobId', 'status', 'progress'],
    properties: {
      jobId: { type: 'string' },
      status: { type: 'string', enum: ['queued', 'running', 'succeeded', 'failed', 'cancelled'] },
      progress: { type: 'number' },
      finishedAt: { type: ['string', 'null'], format: 'date-time' },
      error: { type: 'string' }
    }
  }
  const { operations, resources } = declarationsOf(proposalOf({
    '/renders': {
      post: operation(
        202,
        { type: 'object', required: ['jobId'], properties: { jobId: { type: 'string' } } },
        { body: { type: 'object', properties: { scene: { type: 'string' } } } }
      )
    },
    '/jobs/{jobId}': {
      parameters: [pathId('jobId')],
      get: operation(200, ref('Job')),
      delete: operation(204, undefined, { summary: 'Cancels the job' })
    }
  }, { Job }))

  t.same(resources.Job, {
    id: { member: 'jobId', format: 'uuid' },
    status: { member: 'status', running: ['queued', 'running'] },
    lifecycles: {
      success: [{ queued: 'PT2S' }, { running: 'PT5S' }, 'succeeded'],
      failure: [{ queued: 'PT2S' }, { running: 'PT5S' }, 'failed'],
      cancelled: [{ queued: 'PT2S' }, 'cancelled']
    },
    always: { progress: 0 },
    while: {
      queued: { progress: 0 },
      running: { progress: '$status.progress' },
      succeeded: { progress: 100, finishedAt: '$status.since' },
      failed: { finishedAt: '$status.since', error: 'It could not be done' },
      cancelled: { finishedAt: '$status.since' }
    }
  })
  t.same(operations['POST /renders'], {
    create: { type: 'Job' },
    reply: { status: 202, body: { jobId: '$resource.jobId' } }
  })
  t.match(operations['DELETE /jobs/{jobId}'], { patch: { status: 'cancelled' }, reply: { status: 204 } })
})

t.test('a status that the client sends is no job', async t => {
  const Order = {
    type: 'object',
    required: ['id'],
    properties: { id: { type: 'integer' }, status: { type: 'string', enum: ['pending', 'delivered'] } }
  }
  const { resources } = declarationsOf(proposalOf({
    '/orders': { post: operation(200, ref('Order'), { body: ref('Order') }) },
    '/orders/{id}': { parameters: [pathId('id', 'integer')], get: operation(200, ref('Order')) }
  }, { Order }))
  t.same(Object.keys(resources.Order ?? {}), ['id'])
})

t.test('what is below something else belongs to it', async t => {
  const { operations } = declarationsOf(proposalOf({
    '/users/{userId}/pets': {
      parameters: [pathId('userId')],
      post: operation(201, ref('Pet'), { body: NEW_PET }),
      get: operation(200, { type: 'array', items: ref('Pet') })
    },
    '/users/{user}/pets/{id}': {
      parameters: [pathId('user'), pathId('id', 'integer')],
      get: operation(200, ref('Pet'))
    }
  }, { Pet: PET }))
  t.match(operations['POST /users/{userId}/pets'], { create: { hidden: { userId: '$request.path.userId' } } })
  t.match(operations['GET /users/{userId}/pets'], { find: { where: { userId: '$request.path.userId' } } })
  t.match(operations['GET /users/{user}/pets/{id}'], {
    find: { id: '$request.path.id', where: { userId: '$request.path.user' } }
  })
})

t.test('lists are cut into pages and wrapped as the document says', async t => {
  const list = (properties: object) => ({ type: 'object', required: Object.keys(properties), properties })
  const items = { type: 'array', items: ref('Pet') }
  const integer = { type: 'integer' }
  const table: Array<[parameters: object[], answer: object, page: object | undefined, body: unknown]> = [
    [[], items, undefined, '$resources'],
    [
      [query('page', 'integer'), query('per_page', 'integer', { default: 30, maximum: 100 })],
      list({ pets: items, total: integer, page: integer, pages: integer }),
      { size: '$request.query.per_page', default: 30, max: 100, number: '$request.query.page' },
      {
        pets: '$resources',
        total: '$page.total',
        page: { $first: ['$request.query.page', 1] },
        pages: '$page.pages'
      }
    ],
    [
      [query('starting_after'), query('limit', 'integer')],
      list({ data: items, has_more: { type: 'boolean' }, object: { const: 'list' } }),
      { size: '$request.query.limit', default: 20, after: '$request.query.starting_after' },
      { data: '$resources', has_more: '$page.more', object: 'list' }
    ],
    [
      [query('cursor')],
      list({ items, meta: list({ next_cursor: { type: ['string', 'null'] }, total_count: integer }) }),
      { default: 20, after: '$request.query.cursor' },
      { items: '$resources', meta: { next_cursor: { $first: ['$page.next', null] }, total_count: '$page.total' } }
    ],
    [
      [query('skip', 'integer'), query('take', 'integer')],
      list({ data: list({ items }) }),
      { size: '$request.query.take', default: 20, offset: '$request.query.skip' },
      { data: { items: '$resources' } }
    ]
  ]
  for (const [parameters, answer, page, body] of table) {
    const { operations } = declarationsOf(proposalOf({
      '/pets': {
        post: operation(201, ref('Pet'), { body: NEW_PET }),
        get: operation(200, answer as Record<string, unknown>, {
          parameters: parameters as Array<Record<string, unknown>>
        })
      }
    }, { Pet: PET }))
    t.same(operations['GET /pets'], {
      find: { type: 'Pet', many: true, ...page && { page } },
      reply: { status: 200, body }
    })
  }
})

t.test('a thing in a wrapper is found there, in requests too', async t => {
  const wrapped = { type: 'object', required: ['data'], properties: { data: ref('Pet') } }
  const { operations } = declarationsOf(proposalOf({
    '/pets': { post: operation(201, wrapped, { body: { type: 'object', properties: { data: NEW_PET } } }) },
    '/pets/{id}': { parameters: [pathId('id', 'integer')], get: operation(200, wrapped) }
  }, { Pet: PET }))
  t.same(operations['POST /pets'], {
    create: { type: 'Pet', members: '$request.body#/data' },
    reply: { status: 201, body: { data: '$resource' } }
  })
})

t.test('an id that the client chooses is kept, and refused where it is taken', async t => {
  const User = {
    type: 'object',
    required: ['username'],
    properties: { username: { type: 'string' }, email: { type: 'string' } }
  }
  const proposal = proposalOf({
    '/user': { post: operation(200, undefined, { body: ref('User') }) },
    '/user/{username}': { parameters: [pathId('username')], get: operation(200, ref('User')) }
  }, { User })
  const { operations, resources } = declarationsOf(proposal)
  t.same(resources.User, { id: { member: 'username' } })
  t.match(operations['POST /user'], { create: { id: '$request.body#/username', else: { status: 409 } } })
  const message = 'There is already a user with this username'
  t.match(operations['POST /user'], { create: { else: { body: { message } } } })
  t.match(proposal.resources[0]?.operations[0]?.responses, { 409: { description: String, content: Object } })
})

t.test('ids have the form that the document asks for', async t => {
  const table: Array<[schema: object, form: object]> = [
    [{ type: 'integer', minimum: 100 }, { format: 'integer', from: 100 }],
    [{ type: 'string' }, { format: 'uuid' }],
    [{ type: 'string', pattern: '^ord_[a-z0-9]{16}$' }, { pattern: '^ord_[a-z0-9]{16}$' }],
    [{ type: 'string', maxLength: 32 }, { pattern: '^[0-9a-f]{24}$' }],
    [{ type: 'string', minLength: 40, maxLength: 64 }, { pattern: '^[0-9a-f]{40}$' }]
  ]
  for (const [schema, form] of table) {
    const Order = { type: 'object', required: ['id'], properties: { id: schema, note: { type: 'string' } } }
    const { resources } = declarationsOf(proposalOf({
      '/orders': {
        post: operation(201, ref('Order'), { body: { type: 'object', properties: { note: { type: 'string' } } } })
      },
      '/orders/{id}': { parameters: [pathId('id')], get: operation(200, ref('Order')) }
    }, { Order }))
    t.same(resources.Order, { id: { member: 'id', ...form } })
  }
})

t.test('a PUT creates where nothing else does', async t => {
  const { operations } = declarationsOf(proposalOf({
    '/pets/{id}': {
      parameters: [pathId('id', 'integer')],
      get: operation(200, ref('Pet')),
      put: operation(200, ref('Pet'), { body: NEW_PET })
    }
  }, { Pet: PET }))
  t.match(operations['PUT /pets/{id}'], {
    create: { id: '$request.path.id', members: '$request.body', else: 'reuse' },
    update: { members: '$request.body' }
  })
})

t.test('what cannot be acted out is left out, with the reason', async t => {
  t.match(proposalOf({ '/pets': { get: operation(200, { type: 'array', items: PET }) } }), {
    resources: [],
    others: [{ name: 'pets', reason: 'nothing creates' }]
  })
  t.match(proposalOf({ '/pets': { post: operation(201, ref('Pet'), { body: NEW_PET }) } }, { Pet: PET }).resources, [])
  t.match(proposalOf({}).resources, [])
})

t.test('what the document declares itself is left alone', async t => {
  const declared = {
    ...PETS,
    '/pets': { ...PETS['/pets'], post: { ...PETS['/pets'].post, 'x-standin': { reply: { status: 201 } } } }
  }
  t.same(proposalOf(declared, { Pet: PET }).resources
    .flatMap(({ operations }) => operations.map(({ operation }) => operation.id))
    .includes('test.POST /pets'), false)
})
