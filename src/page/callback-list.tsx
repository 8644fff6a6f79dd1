import type { JSX } from 'preact'
import { hrefTo } from './place.ts'
import type { Callback } from './time-window.ts'

export interface CallbackListProps {
  readonly callbacks: readonly Callback[]
  /** Whether each is shown with a link to its resource. */
  readonly withResources?: boolean
}

/** Callbacks with their states and attempts. */
export function CallbackList ({ callbacks, withResources = false }: CallbackListProps): JSX.Element {
  return (
    <ul class='callbacks'>
      {callbacks.map(({ attempts, callback, due, id, resource, state, url }) => (
        <li key={id}>
          <strong>{callback}</strong> <span class={`tag tag-${state}`}>{state}</span>
          {withResources && resource !== null && (
            <a href={hrefTo('timeline', resource.type, resource.id)}>{resource.type} {resource.id}</a>
          )}
          <span class='mono quiet'>{url}</span>
          {attempts.map(({ at, error, status }, index) => (
            <span key={at + index}>Attempt {index + 1} at {at}: {status ?? error}</span>
          ))}
          {due !== null && <span>Attempt {attempts.length + 1} is due at {due}</span>}
        </li>
      ))}
    </ul>
  )
}
