/** The requests that are passed on to the service behind an API. */
export const PROXY_MODES = ['always', 'unstubbed', 'unmatched', 'never'] as const

/**
 * Which requests to an API are passed on to its service: `always` all; `unstubbed` all but those that a stub or a
 * preference answers; `unmatched` those that no stub, preference, handler or simulation answers; `never` none.
 */
export type ProxyMode = (typeof PROXY_MODES)[number]

/** A mode in which requests are passed on. */
export type PassingMode = Exclude<ProxyMode, 'never'>
