/** The kinds of events that happen in the worlds of a server. */
export const EVENT_KINDS = ['exchange', 'resource', 'clock', 'callback', 'world'] as const

export type EventKind = (typeof EVENT_KINDS)[number]
