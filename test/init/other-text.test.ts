import t from 'tap'
import { initSummary } from '../../src/init/init-summary.ts'
import { overlayText } from '../../src/init/overlay-text.ts'
import { operation, pathId, proposalOf, ref } from './proposal-of.ts'

t.test('what was seen and is not acted out is listed with the reason', async t => {
  const Pet = { type: 'object', required: ['id'], properties: { id: { type: 'string' }, name: { type: 'string' } } }
  const proposal = proposalOf({
    '/pets': { post: operation(201, ref('Pet')) },
    '/pets/{id}': { parameters: [pathId('id')], get: operation(200, ref('Pet')) },
    '/countries/{id}': { parameters: [pathId('id')], get: operation(200, ref('Country')) }
  }, { Pet, Country: { type: 'object', properties: { id: { type: 'string' } } } })
  const names = {
    document: 'pets.yaml',
    overlay: 'pets.overlay.yaml',
    api: 'pets',
    extends: 'pets.yaml',
    schema: 'overlay.json'
  }
  const told = 'countries: they can be read, but no operation creates any'
  const shown = `Seen, and not acted out:\n  ${told}\n`
  t.ok(initSummary(proposal, names).includes(shown))
  t.ok(initSummary({ ...proposal, resources: [] }, names).includes(shown))
  t.ok(overlayText(proposal, names).endsWith(`\n# Seen, and not acted out:\n# - ${told}\n`))
})
