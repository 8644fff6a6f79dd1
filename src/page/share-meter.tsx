import type { JSX } from 'preact'

export interface ShareMeterProps {
  readonly label: string
  readonly touched: number
  readonly total: number
  /** Where the figures lead to. */
  readonly href?: string | undefined
}

/** A share as a bar with its figures. */
export function ShareMeter ({ href, label, total, touched }: ShareMeterProps): JSX.Element {
  const figures = `${touched}/${total}`
  return (
    <span class='meter' title={`${touched} of ${total} things that tests can touch`}>
      <meter aria-label={label} min={0} max={total} value={touched} />
      {href === undefined
        ? <span class='quiet'>{figures}</span>
        : <a class='quiet' href={href} aria-label={`${label}: ${figures}`}>{figures}</a>}
    </span>
  )
}
