import type { FastifyPluginAsync } from 'fastify'
import { InvalidSettings } from '../errors.ts'
import { MASK } from '../schemas/mask-text.ts'
import { withViolations } from '../schemas/with-violations.ts'
import { formatDuration } from '../worlds/duration.ts'
import { DEFAULT_SETTINGS } from '../worlds/settings.ts'
import type { Settings } from '../worlds/settings.ts'
import { worldOf } from './admin-options.ts'
import type { AdminOptions } from './admin-options.ts'
import { settingNames } from '../scenarios/setting-names.ts'
import { createSettingsCheck } from '../scenarios/settings-check.ts'
import { closed, noContent, nullable } from '../schemas/closed.ts'
import type { DeclaredLimit } from '../simulation/limit.ts'
import { mergePatch } from '../simulation/merge-patch.ts'
import { SETTINGS_PATCH } from '../scenarios/settings-schemas.ts'

/** The settings of a world. */
export const settingsRoutes: FastifyPluginAsync<AdminOptions> = async (app, options) => {
  const check = createSettingsCheck(options)

  app.get('/settings', { schema: readSettings }, async request =>
    show(worldOf(request, options).settings)
  )

  app.get('/settings/names', { schema: listSettingNames }, async () => {
    const { callbacks, limits, operations, schemes, webhooks } = settingNames(options)
    return {
      operations: [...operations.keys()],
      resources: [...options.types.keys()],
      limits: [...limits.values()].map(showLimit),
      credentials: [...schemes],
      webhooks: [...webhooks],
      callbacks: [...callbacks]
    }
  })

  app.patch('/settings', { schema: patchSettings }, async request => {
    const world = worldOf(request, options)
    // The patch removes members that are null: they get their defaults.
    const merged = mergePatch(world.settings, request.body) as Settings // checked next
    const patched = { ...DEFAULT_SETTINGS, ...merged }
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
  const credentials = Object.entries(settings.credentials).map(([scheme, accepted]) => [
    scheme,
    accepted.map(() => MASK)
  ])
  return { ...settings, credentials: Object.fromEntries(credentials) }
}

function showLimit ({ enabled, id, quota: { burst, max, ms } }: DeclaredLimit): object {
  return { id, enabled, max, per: formatDuration(ms), burst: burst ?? null }
}

const NAMES = { type: 'array', items: { type: 'string' } }

const listSettingNames = {
  operationId: 'listSettingNames',
  tags: ['settings'],
  summary: 'List what settings can name',
  response: {
    200: closed('The names that the members of settings can have.', {
      operations: { ...NAMES, description: 'For `operations`, beside `mews.*` and `*`.' },
      resources: { ...NAMES, description: 'For `resources`: the types.' },
      limits: {
        type: 'array',
        items: closed('A limit, as the document declares it.', {
          id: { type: 'string' },
          enabled: { type: 'boolean' },
          max: { type: 'integer', minimum: 0 },
          per: { type: 'string', description: 'An ISO 8601 duration.' },
          burst: nullable({ type: 'integer', minimum: 1, description: 'The size of a token bucket.' })
        }),
        description: 'For `limits`.'
      },
      credentials: { ...NAMES, description: 'For `credentials` and `scopes`: the security schemes.' },
      webhooks: { ...NAMES, description: 'For `webhooks`.' },
      callbacks: { ...NAMES, description: 'For `retries`.' }
    })
  }
}

const readSettings = {
  operationId: 'readSettings',
  tags: ['settings'],
  summary: 'Get settings',
  response: {
    200: {
      $ref: 'Settings#',
      description: 'The settings; accepted credentials are masked.'
    }
  }
}

const patchSettings = {
  operationId: 'patchSettings',
  tags: ['settings'],
  summary: 'Update settings',
  description:
    'A JSON merge patch (RFC 7396): null resets a member to its default. Lifecycles, progressions, ' +
    'durations and files apply to resources that are created later.',
  consumes: ['application/merge-patch+json', 'application/json'],
  body: SETTINGS_PATCH,
  response: {
    200: { $ref: 'Settings#', description: 'The settings; accepted credentials are masked.' }
  }
}

const deleteSettings = {
  operationId: 'deleteSettings',
  tags: ['settings'],
  summary: 'Reset settings',
  response: noContent('The settings have their defaults.')
}
