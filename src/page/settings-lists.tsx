import type { JSX } from 'preact'
import type { SettingNames, Settings } from './settings-patch.ts'

export interface SettingsListsProps {
  readonly settings: Settings
  readonly names: SettingNames
}

/** The fields of scopes, webhooks and retries, each for those that the documents declare. */
export function SettingsLists ({ names, settings }: SettingsListsProps): JSX.Element {
  const { callbacks, credentials, webhooks } = names
  return (
    <>
      {credentials.length > 0 && (
        <Group
          title='Scopes of tokens that name none'
          hint='Several are separated by commas; “none” stands for no scope.'
        >
          {credentials.map(name => (
            <ListField key={name} name={name} field='scopes' list={settings.scopes[name]} placeholder='all scopes' />
          ))}
        </Group>
      )}
      {webhooks.length > 0 && (
        <Group title='Webhooks' hint='Events are sent to these addresses.'>
          {webhooks.map(name => (
            <label key={name}>
              <span>{name}</span>
              <input
                name={`${name} url`} type='url' defaultValue={settings.webhooks[name] ?? ''}
                placeholder='http://127.0.0.1:3000/hook' aria-label={`URL, ${name}`}
              />
            </label>
          ))}
        </Group>
      )}
      {callbacks.length + webhooks.length > 0 && (
        <Group
          title='Retries of callbacks'
          hint='The pauses before further attempts, such as PT1S, PT5S; “none” stands for a single attempt.'
        >
          {[...callbacks, ...webhooks].map(name => (
            <ListField key={name} name={name} field='retries' list={settings.retries[name]} placeholder='as declared' />
          ))}
        </Group>
      )}
    </>
  )
}

interface GroupProps {
  readonly title: string
  readonly hint: string
  readonly children: JSX.Element[]
}

function Group ({ children, hint, title }: GroupProps): JSX.Element {
  return (
    <fieldset>
      <legend>{title}</legend>
      {children}
      <p class='quiet'>{hint}</p>
    </fieldset>
  )
}

interface ListFieldProps {
  readonly name: string
  readonly field: string
  readonly list: readonly string[] | undefined
  readonly placeholder: string
}

function ListField ({ field, list, name, placeholder }: ListFieldProps): JSX.Element {
  const text = list === undefined ? '' : list.join(', ') || 'none'
  return (
    <label>
      <span>{name}</span>
      <input
        name={`${name} ${field}`} defaultValue={text} placeholder={placeholder} autocomplete='off' spellcheck={false}
        aria-label={`${field === 'scopes' ? 'Scopes' : 'Retries'}, ${name}`}
      />
    </label>
  )
}
