import type { Answer } from './api.ts'

export type Settings = Answer<'readSettings'>
export type SettingNames = Answer<'listSettingNames'>
type Limit = SettingNames['limits'][number]
type Change = Record<string, unknown>

/** Returns the merge patch (RFC 7396) that makes settings those of a form; what did not change is not in it. */
export function settingsPatch (form: FormData, settings: Settings, names: SettingNames): Change {
  const patch: Change = {}
  const delayMs = Number(textOf(form, 'delayMs'))
  if (delayMs !== settings.delayMs) patch.delayMs = delayMs
  const progression = progressionOf(form)
  if (JSON.stringify(progression) !== JSON.stringify(settings.progression)) patch.progression = progression
  addMembers(patch, 'limits', limitChanges(form, settings, names.limits))
  addMembers(patch, 'credentials', credentialChanges(form, names.credentials))
  addMembers(patch, 'operations', operationChanges(form, settings))
  return patch
}

function addMembers (patch: Change, name: string, members: Change): void {
  if (Object.keys(members).length > 0) patch[name] = members
}

function progressionOf (form: FormData): Settings['progression'] {
  const word = textOf(form, 'progression')
  return word === 'clock' || word === 'manual' ? word : { polls: Number(textOf(form, 'polls')) }
}

/** Returns a limit as it applies: as it is set, or else as the document declares it. */
export function effectiveLimit (limit: Limit, { limits }: Settings): Pick<Limit, 'enabled' | 'max' | 'per'> {
  const { enabled, max, per } = limit
  return { enabled, max, per, ...limits[limit.id] }
}

function limitChanges (form: FormData, settings: Settings, limits: readonly Limit[]): Change {
  const changes: Change = {}
  for (const limit of limits) {
    const given: Change = {
      enabled: form.has(`${limit.id} enabled`),
      max: Number(textOf(form, `${limit.id} max`)),
      per: textOf(form, `${limit.id} per`)
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

function operationChanges (form: FormData, { operations }: Settings): Change {
  const changes: Change = {}
  for (const name of Object.keys(operations)) {
    if (form.has(`${name} remove`)) changes[name] = null
  }
  const name = textOf(form, 'operation')
  const delay = textOf(form, 'operation delay')
  const fault = textOf(form, 'operation fault')
  if (name === '') return changes
  return {
    ...changes,
    [name]: {
      ...delay !== '' && { delay: /^[\d.]+$/.test(delay) ? Number(delay) : delay },
      ...fault !== '' && { fault }
    }
  }
}

function textOf (form: FormData, name: string): string {
  return String(form.get(name) ?? '').trim()
}
