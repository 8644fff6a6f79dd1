import type { JSX } from 'preact'
import { timedStatuses } from './resource-changes.ts'
import type { ResourceSettings, ResourceTypes } from './resource-changes.ts'
import type { Settings } from './settings-patch.ts'

export interface SettingsResourcesProps {
  readonly settings: Settings
  readonly types: ResourceTypes
}

/** The fields of new resources, by type: lifecycle, progression, durations and files. */
export function SettingsResources ({ settings, types }: SettingsResourcesProps): JSX.Element | null {
  if (types.length === 0) return null
  return (
    <fieldset>
      <legend>New resources</legend>
      {types.map(type => {
        const own = settings.resources[type.type]
        return (
          <details key={type.type}>
            <summary>{type.type}{own !== undefined && <span class='tag'>set</span>}</summary>
            <ResourceFields type={type} own={own ?? {}} />
          </details>
        )
      })}
    </fieldset>
  )
}

interface ResourceFieldsProps {
  readonly type: ResourceTypes[number]
  readonly own: ResourceSettings
}

function ResourceFields ({ own, type }: ResourceFieldsProps): JSX.Element {
  const { lifecycles, type: name } = type
  const { durations = {}, files = {}, lifecycle = '', progression } = own
  return (
    <div class='pair'>
      {lifecycles.length > 0 && (
        <>
          <label>
            <span>Lifecycle</span>
            <select name={`${name} lifecycle`} defaultValue={lifecycle} aria-label={`Lifecycle, ${name}`}>
              <option value=''>as declared</option>
              {lifecycles.map(({ name }) => <option key={name}>{name}</option>)}
            </select>
          </label>
          <ProgressionFields
            name={`${name} progression`} progression={progression} of={name} none='as all jobs do'
          />
        </>
      )}
      {timedStatuses(type).map(status => (
        <label key={status}>
          <span>{status} lasts</span>
          <input
            name={`${name} lasts ${status}`} defaultValue={durations[status] ?? ''} placeholder='as declared'
            aria-label={`${status} lasts, ${name}`}
          />
        </label>
      ))}
      <label>
        <span>Files</span>
        <input
          name={`${name} count`} type='number' min='0' max='1000' defaultValue={String(files.count ?? '')}
          aria-label={`Files, ${name}`}
        />
      </label>
      <label>
        <span>Repeats of rows</span>
        <input
          name={`${name} repeat`} type='number' min='0' defaultValue={String(files.repeat ?? '')}
          aria-label={`Repeats of rows, ${name}`}
        />
      </label>
    </div>
  )
}

export interface ProgressionFieldsProps {
  /** The name of the field. */
  readonly name: string
  /** The type of resource that it is for; all without. */
  readonly of?: string
  readonly progression: Settings['progression'] | undefined
  /** What an empty choice stands for; there is none without. */
  readonly none?: string
}

/** The fields of what advances resources. */
export function ProgressionFields ({ name, none, of, progression }: ProgressionFieldsProps): JSX.Element {
  const suffix = of === undefined ? '' : `, ${of}`
  const chosen = typeof progression === 'object' ? 'polls' : progression ?? ''
  return (
    <>
      <label>
        <span>Jobs progress by</span>
        <select name={name} defaultValue={chosen} aria-label={`Jobs progress by${suffix}`}>
          {none !== undefined && <option value=''>{none}</option>}
          <option value='clock'>the clock</option>
          <option value='polls'>reads</option>
          <option value='manual'>forced statuses only</option>
        </select>
      </label>
      <label>
        <span>Reads for a step</span>
        <input
          name={`${name} polls`} type='number' min='1' aria-label={`Reads for a step${suffix}`}
          defaultValue={String(typeof progression === 'object' ? progression.polls : 1)}
        />
      </label>
    </>
  )
}
