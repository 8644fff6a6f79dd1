import type { JSX, TargetedSubmitEvent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Answer } from './answer.ts'
import { call } from './api.ts'
import { MistakeList } from './mistake-list.tsx'
import { SettingsLists } from './settings-lists.tsx'
import { effectiveLimit, settingsPatch } from './settings-patch.ts'
import type { SettingNames, Settings } from './settings-patch.ts'
import { ProgressionFields, SettingsResources } from './settings-resources.tsx'
import { useAnswer } from './use-answer.ts'
import { mistakesOf } from './mistakes-of.ts'
import type { Mistake } from './mistakes-of.ts'

/** The faults of connections, as the admin API names them. */
const FAULTS = [
  'reset-before-headers', 'reset-after-headers', 'no-answer', 'truncated-body', 'garbage', 'wrong-content-length'
]

/** The settings of the world as a form; `round` counts the times that others have changed them. */
export function SettingsForm ({ round }: { readonly round: number }): JSX.Element {
  const { body: first, error } = useAnswer<Settings>('/settings')
  const { body: names } = useAnswer<SettingNames>('/settings/names')
  const { body: types } = useAnswer<Answer<'listResourceTypes'>>('/resources')
  const [latest, setLatest] = useState<Settings>()
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([])
  const [news, setNews] = useState('')
  const settings = latest ?? first
  const act = async (news: string, change: () => Promise<unknown>): Promise<void> => {
    try {
      await change()
      setLatest(await call<Settings>('/settings'))
      setMistakes([])
      setNews(news)
    } catch (error) {
      setMistakes(mistakesOf(error))
      setNews('')
    }
  }
  useEffect(() => {
    if (round > 0) act('', async () => {})
  }, [round])
  const save = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    if (settings === undefined || names === undefined || types === undefined) return
    const body = settingsPatch(new FormData(event.currentTarget), settings, { names, types: types.types })
    if (Object.keys(body).length === 0) setNews('Nothing was changed.')
    else act('The settings are saved.', () => call('/settings', { method: 'PATCH', body }))
  }
  const reset = (): Promise<void> => {
    return act('The settings have their defaults.', () => call('/settings', { method: 'DELETE' }))
  }
  return (
    <section class='panel' aria-labelledby='settings'>
      <h2 id='settings'>Settings</h2>
      {error !== undefined && <p class='is-wrong' role='alert'>{error}</p>}
      {settings !== undefined && names !== undefined && types !== undefined && (
        <form class='fields' onSubmit={save} key={JSON.stringify(settings)}>
          <GeneralFields settings={settings} />
          <LimitFields settings={settings} names={names} />
          <CredentialFields settings={settings} names={names} />
          <SettingsResources settings={settings} types={types.types} />
          <SettingsLists settings={settings} names={names} />
          <OperationFields settings={settings} />
          <p class='actions'>
            <button type='submit' class='primary'>Save the settings</button>
            <button type='button' onClick={reset}>Defaults</button>
          </p>
        </form>
      )}
      <output>{news}</output>
      {mistakes.length > 0 && <div role='alert' class='is-wrong'><MistakeList mistakes={mistakes} /></div>}
    </section>
  )
}

interface FieldsProps {
  readonly settings: Settings
}

function GeneralFields ({ settings: { delayMs, progression } }: FieldsProps): JSX.Element {
  return (
    <div class='pair'>
      <label>
        <span>Response delay, in ms</span>
        <input name='delayMs' type='number' min='0' max='3600000' defaultValue={String(delayMs)} />
      </label>
      <ProgressionFields name='progression' progression={progression} />
    </div>
  )
}

interface NamedFieldsProps extends FieldsProps {
  readonly names: SettingNames
}

function LimitFields ({ names: { limits }, settings }: NamedFieldsProps): JSX.Element | null {
  if (limits.length === 0) return null
  return (
    <fieldset>
      <legend>Limits</legend>
      {limits.map(limit => {
        const { burst, enabled, max, per } = effectiveLimit(limit, settings)
        return (
          <div key={limit.id} class='limit'>
            <label class='check'>
              <input type='checkbox' name={`${limit.id} enabled`} defaultChecked={enabled} /> {limit.id}
            </label>
            <span class='quota'>
              <input
                aria-label={`Requests, ${limit.id}`} name={`${limit.id} max`} type='number' min='0'
                defaultValue={String(max)}
              />
              per
              <input aria-label={`Duration, ${limit.id}`} name={`${limit.id} per`} defaultValue={per} />
              <input
                aria-label={`Burst, ${limit.id}`} name={`${limit.id} burst`} type='number' min='1'
                placeholder='burst' defaultValue={String(burst ?? '')}
              />
            </span>
          </div>
        )
      })}
    </fieldset>
  )
}

function CredentialFields ({ names, settings }: NamedFieldsProps): JSX.Element | null {
  if (names.credentials.length === 0) return null
  return (
    <fieldset>
      <legend>Accepted credentials</legend>
      {names.credentials.map(scheme => {
        const accepted = settings.credentials[scheme]?.length
        return (
          <div key={scheme} class='limit'>
            <label class='grow'>
              <span>{scheme}</span>
              <input
                name={`${scheme} accepted`} autocomplete='off' spellcheck={false}
                placeholder={accepted === undefined ? 'any is accepted' : `${accepted} accepted: new ones replace them`}
              />
            </label>
            {accepted !== undefined && (
              <label class='check'><input type='checkbox' name={`${scheme} any`} /> accept any</label>
            )}
          </div>
        )
      })}
      <p class='quiet'>Several are separated by commas.</p>
    </fieldset>
  )
}

function OperationFields ({ settings: { operations } }: FieldsProps): JSX.Element {
  return (
    <fieldset>
      <legend>Responses of operations</legend>
      {Object.entries(operations).map(([name, own]) => (
        <label key={name} class='check'>
          <input type='checkbox' name={`${name} remove`} /> remove <code>{name} {JSON.stringify(own)}</code>
        </label>
      ))}
      <div class='pair'>
        <label>
          <span>Operation, or *</span>
          <input name='operation' list='operations' autocomplete='off' spellcheck={false} />
        </label>
        <label>
          <span>Delay, in ms or as PT0.5S</span>
          <input name='operation delay' />
        </label>
        <label>
          <span>Fault</span>
          <select name='operation fault'>
            <option value=''>none</option>
            {FAULTS.map(fault => <option key={fault}>{fault}</option>)}
          </select>
        </label>
        <label>
          <span>Status</span>
          <input name='operation code' type='number' min='100' max='599' />
        </label>
        <label>
          <span>Example</span>
          <input name='operation example' autocomplete='off' spellcheck={false} />
        </label>
        <label class='check'><input type='checkbox' name='operation dynamic' /> generated body</label>
      </div>
    </fieldset>
  )
}
