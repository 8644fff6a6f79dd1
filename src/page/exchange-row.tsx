import type { JSX } from 'preact'
import type { Exchange } from './exchange-feed.ts'

/** An exchange in a line. */
export function ExchangeRow ({ item }: { readonly item: Exchange }): JSX.Element {
  const { operation, realAt, request, response, source, tookMs } = item
  const broken = request.violations.length + response.violations.length
  return (
    <>
      <Status status={response.status} />
      <span class='row-method mono'>{request.method}</span>
      <span class='row-url mono'>{request.url}</span>
      {broken > 0 && <span class='tag tag-bad'>{broken === 1 ? '1 violation' : `${broken} violations`}</span>}
      <span class='row-operation quiet'>{operation ?? 'no operation'}</span>
      <span class='row-source'>{source !== null && <span class={`tag tag-${source}`}>{source}</span>}</span>
      <span class='row-took quiet'>{response.status === null ? '' : `${tookMs.toFixed(1)} ms`}</span>
      <time class='row-time quiet mono' dateTime={realAt}>{timeOf(realAt)}</time>
    </>
  )
}

/** A status, in the colour of its class. */
export function Status ({ status }: { readonly status: number | null }): JSX.Element {
  if (status === null) return <span class='status status-pending'>waits</span>
  return <span class={`status status-${Math.floor(status / 100)}`}>{status}</span>
}

const TIME = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3
})

/** Returns the time of day, where the reader is. */
function timeOf (instant: string): string {
  return TIME.format(new Date(instant))
}
