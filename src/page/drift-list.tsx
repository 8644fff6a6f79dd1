import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { countText } from './count-text.ts'
import { operationName } from './drift-filters.tsx'
import type { DriftGroup, Weight } from './drift-filters.tsx'
import { filter, NO_FILTER, NO_OPERATION } from './exchange-filter.ts'
import { hrefTo } from './place.ts'

/** How many differences are shown at first, and by each click for more. */
const SHOWN_AT_ONCE = 100

const TAGS: Readonly<Record<Weight, string>> = { error: 'tag-bad', warning: 'tag-refusal', note: '' }

/** The differences between a service and its contracts, each with what shows it. */
export function DriftList ({ groups }: { readonly groups: readonly DriftGroup[] }): JSX.Element {
  const [limit, setLimit] = useState(SHOWN_AT_ONCE)
  const more = groups.length - limit
  return (
    <section class='panel' aria-labelledby='differences'>
      <h2 id='differences'>Differences</h2>
      {groups.length === 0 && <p class='quiet'>There are none to show.</p>}
      <ul class='drift'>
        {groups.slice(0, limit).map(group => (
          <DriftLine key={`${group.kind} ${operationName(group)} ${group.pointer} ${group.message}`} group={group} />
        ))}
      </ul>
      {more > 0 && (
        <p class='actions'>
          <button type='button' onClick={() => setLimit(limit + SHOWN_AT_ONCE)}>
            Show {Math.min(more, SHOWN_AT_ONCE)} of {more} more
          </button>
        </p>
      )}
    </section>
  )
}

function DriftLine ({ group }: { readonly group: DriftGroup }): JSX.Element {
  const { count, kind, last, operation, place, pointer, severity } = group
  const showExchanges = (): void => { filter.value = { ...NO_FILTER, operation: operation ?? NO_OPERATION } }
  return (
    <li class={`drift-${severity}`}>
      <p>
        <span class={`tag ${TAGS[severity]}`}>{severity}</span>
        <code>{kind}</code>
        <a href={hrefTo('drift', operationName(group))}>{operationName(group)}</a>
      </p>
      <p><Message group={group} /></p>
      <Sample group={group} />
      <p class='quiet'>
        <code title={pointer}>{place === null ? pointer : `${place.file}:${place.line}:${place.column}`}</code>
        {count > 0 && <a href={hrefTo('live')} onClick={showExchanges}>{countText(count, 'exchange')}</a>}
        {last !== null && <span>last at <time dateTime={last}>{last}</time></span>}
      </p>
    </li>
  )
}

/** The place in messages, and what the contract says of it. */
function Message ({ group: { message, where } }: { readonly group: DriftGroup }): JSX.Element {
  if (!message.startsWith(where)) return <span>{message}</span>
  return <span><b>{where}</b>{message.slice(where.length)}</span>
}

/** What came in one exchange, as far as it shows the difference. */
function Sample ({ group: { kind, sample } }: { readonly group: DriftGroup }): JSX.Element | null {
  if (sample === null) return null
  const { method, status, url, value } = sample
  const isMissing = kind.startsWith('missing-')
  return (
    <dl class='facts'>
      {(isMissing || value !== undefined) && (
        <div><dt>Came</dt><dd>{isMissing ? 'nothing' : <code>{value}</code>}</dd></div>
      )}
      <div><dt>For instance in</dt><dd><code>{method} {url} → {status}</code></dd></div>
    </dl>
  )
}
