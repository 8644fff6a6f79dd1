import t from 'tap'
import { declarationsOf, operation, pathId, proposalOf, query, ref } from './proposal-of.ts'

const Region = {
  type: 'object',
  required: ['slug', 'name'],
  properties: {
    slug: { type: 'string' },
    name: { type: 'string' },
    tier: { type: 'integer' },
    self: { type: 'string', format: 'uri' }
  }
}
const REGIONS = {
  '/regions': {
    get: operation(200, { type: 'array', items: ref('RegionDto') }, { parameters: [query('tier', 'integer')] })
  },
  '/regions/{slug}': { get: operation(200, ref('RegionDto'), { parameters: [pathId('slug')] }) }
}

t.test('what no operation creates is generated, with the name of its schema', async t => {
  const { operations, resources } = declarationsOf(proposalOf(REGIONS, { RegionDto: Region }))
  t.same(resources, {
    RegionDto: {
      id: { member: 'slug', format: 'uuid' },
      seed: { count: 10 },
      always: { self: '{$server.url}/regions/{$id}' }
    }
  })
  t.same(operations['GET /regions'], {
    find: { type: 'RegionDto', many: true, where: { tier: '$request.query.tier' } },
    reply: { status: 200, body: '$resources' }
  })
  t.match(operations['GET /regions/{slug}'], { find: { type: 'RegionDto', id: '$request.path.slug' } })
})

t.test('nothing is generated without a name to generate it by, below another resource, or without a list', async t => {
  const list = operation(200, { type: 'array', items: ref('RegionDto') })
  const reasons = (paths: Record<string, unknown>) => {
    const { others, resources } = proposalOf(paths, { RegionDto: Region })
    return [resources.length, ...others.map(({ reason }) => reason)]
  }
  t.same(reasons({ '/regions': { get: operation(200, { type: 'array', items: Region }) } }), [0, 'nothing creates'])
  t.same(reasons({ '/clouds/{id}/regions': { parameters: [pathId('id')], get: list } }), [0, 'nothing creates'])
  t.same(reasons({ '/regions/{slug}': REGIONS['/regions/{slug}'] }), [0, 'nothing creates'])
  t.same(reasons({ '/regions': { get: list } }), [1])
})
