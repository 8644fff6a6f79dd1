import type { FastifyPluginAsync } from 'fastify'
import { InvalidSettings } from '../errors.ts'
import { withViolations } from '../schemas/with-violations.ts'
import { DEFAULT_SETTINGS } from '../worlds/settings.ts'
import type { Settings } from '../worlds/settings.ts'
import { worldOf } from './admin-options.ts'
import type { AdminOptions } from './admin-options.ts'
import { createSettingsCheck } from '../scenarios/settings-check.ts'
import { noContent } from '../schemas/closed.ts'
import { mergePatch } from '../simulation/merge-patch.ts'
import { SETTINGS_PATCH } from '../scenarios/settings-schemas.ts'

const MASK = '***'

/** What is set for a world as a whole. */
export const settingsRoutes: FastifyPluginAsync<AdminOptions> = async (app, options) => {
  const check = createSettingsCheck(options)

  app.get('/settings', { schema: readSettings }, async request => show(worldOf(request, options).settings))

  app.patch('/settings', { schema: patchSettings }, async request => {
    const world = worldOf(request, options)
    // Members that are null fall back to their defaults.
    const patched = { ...DEFAULT_SETTINGS, ...mergePatch(world.settings, request.body) as Settings }  // the check tells
    const violations = check(patched)
    if (violations.length > 0) throw withViolations(InvalidSettings, violations)
    world.store.putSettings(patched)
    return show(patched)
  })

  app.delete('/settings', { schema: deleteSettings }, async (request, reply) => {
    worldOf(request, options).store.putSettings(DEFAULT_SETTINGS)
    return reply.code(204).send()
  })
}

function show (settings: Settings): object {
  const credentials = Object.entries(settings.credentials).map(([scheme, accepted]) => [scheme, accepted.map(() => MASK)])
  return { ...settings, credentials: Object.fromEntries(credentials) }
}

const readSettings = {
  operationId: 'readSettings',
  tags: ['settings'],
  summary: 'Read the settings',
  response: { 200: { $ref: 'Settings#', description: 'The settings of the world. Accepted credentials are masked.' } }
}

const patchSettings = {
  operationId: 'patchSettings',
  tags: ['settings'],
  summary: 'Change settings',
  description: 'A JSON merge patch (RFC 7396): what is left out stays as it is, and null brings back the default. Lifecycles, progressions, durations and files go for resources that are created from then on.',
  consumes: ['application/merge-patch+json', 'application/json'],
  body: SETTINGS_PATCH,
  response: { 200: { $ref: 'Settings#', description: 'The settings as they are now.' } }
}

const deleteSettings = { operationId: 'deleteSettings', tags: ['settings'], summary: 'Bring back the default settings', response: noContent('The settings are the defaults.') }
