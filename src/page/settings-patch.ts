import type { Answer } from './answer.ts'
import { resourceChanges } from './resource-changes.ts'
import type { ResourceTypes } from './resource-changes.ts'
import { readProgression, textOf } from './read-field.ts'

export type Settings = Answer<'readSettings'>
export type SettingNames = Answer<'listSettingNames'>

/** What settings can name. */
export interface Nameable {
  readonly names: SettingNames
  readonly types: ResourceTypes
}

type Limit = SettingNames['limits'][number]
type Change = Record<string, unknown>

/** Returns the merge patch (RFC 7396) that makes settings those of a form; what did not change is not in it. */
export function settingsPatch (form: FormData, settings: Settings, { names, types }: Nameable): Change {
  const patch: Change = {}
  const delayMs = Number(textOf(form, 'delayMs'))
  if (delayMs !== settings.delayMs) patch.delayMs = delayMs
  const progression = readProgression(form, 'progression')
  if (JSON.stringify(progression) !== JSON.stringify(settings.progression)) patch.progression = progression
  addMembers(patch, 'limits', limitChanges(form, settings, names.limits))
  addMembers(patch, 'credentials', credentialChanges(form, names.credentials))
  addMembers(patch, 'scopes', listChanges(form, settings.scopes, { names: names.credentials, field: 'scopes' }))
  addMembers(patch, 'operations', operationChanges(form, settings))
  addMembers(patch, 'resources', resourceChanges(form, settings.resources, types))
  addMembers(patch, 'webhooks', webhookChanges(form, settings, names.webhooks))
  const callbacks = [...names.callbacks, ...names.webhooks]
  addMembers(patch, 'retries', listChanges(form, settings.retries, { names: callbacks, field: 'retries' }))
  return patch
}

function addMembers (patch: Change, name: string, members: Change): void {
  if (Object.keys(members).length > 0) patch[name] = members
}

/** Returns a limit as it applies: as it is set, or else as the document declares it. */
export function effectiveLimit (limit: Limit, { limits }: Settings): Pick<Limit, 'enabled' | 'max' | 'per' | 'burst'> {
  const { burst, enabled, max, per } = limit
  return { burst, enabled, max, per, ...limits[limit.id] }
}

function limitChanges (form: FormData, settings: Settings, limits: readonly Limit[]): Change {
  const changes: Change = {}
  for (const limit of limits) {
    const given: Change = {
      enabled: form.has(`${limit.id} enabled`),
      max: Number(textOf(form, `${limit.id} max`)),
      per: textOf(form, `${limit.id} per`),
      burst: Number(textOf(form, `${limit.id} burst`)) || null
    }
    const now: Change = { ...effectiveLimit(limit, settings) }
    const changed = Object.entries(given).filter(([name, value]) => value !== now[name])
    addMembers(changes, limit.id, Object.fromEntries(changed))
  }
  return changes
}

/** The accepted credentials are masked, so that they can be replaced or dropped, but not be shown. */
function credentialChanges (form: FormData, schemes: readonly string[]): Change {
  const changes: Change = {}
  for (const scheme of schemes) {
    const texts = textOf(form, `${scheme} accepted`).split(',').map(text => text.trim())
    const accepted = texts.filter(text => text !== '')
    if (form.has(`${scheme} any`)) changes[scheme] = null
    else if (accepted.length > 0) changes[scheme] = accepted
  }
  return changes
}

interface ListField {
  readonly names: readonly string[]
  /** The end of the names of the fields. */
  readonly field: string
}

/** Returns what changed of lists by name: an empty text stands for none that is set, `none` for an empty list. */
function listChanges (form: FormData, now: Readonly<Record<string, string[]>>, { field, names }: ListField): Change {
  const changes: Change = {}
  for (const name of names) {
    const text = textOf(form, `${name} ${field}`)
    const given = text === '' ? null : text === 'none' ? [] : text.split(/[\s,]+/).filter(word => word !== '')
    if (JSON.stringify(given) !== JSON.stringify(now[name] ?? null)) changes[name] = given
  }
  return changes
}

function webhookChanges (form: FormData, { webhooks }: Settings, names: readonly string[]): Change {
  const changes: Change = {}
  for (const name of names) {
    const given = textOf(form, `${name} url`)
    if (given !== (webhooks[name] ?? '')) changes[name] = given === '' ? null : given
  }
  return changes
}

function operationChanges (form: FormData, { operations }: Settings): Change {
  const changes: Change = {}
  for (const name of Object.keys(operations)) {
    if (form.has(`${name} remove`)) changes[name] = null
  }
  const name = textOf(form, 'operation')
  const delay = textOf(form, 'operation delay')
  const fault = textOf(form, 'operation fault')
  const code = textOf(form, 'operation code')
  const example = textOf(form, 'operation example')
  if (name === '') return changes
  return {
    ...changes,
    [name]: {
      ...delay !== '' && { delay: /^[\d.]+$/.test(delay) ? Number(delay) : delay },
      ...fault !== '' && { fault },
      ...code !== '' && { code: Number(code) },
      ...example !== '' && { example },
      ...form.has('operation dynamic') && { dynamic: true }
    }
  }
}
