/** Returns why a server of Redis cannot be used, and what to do about it, without the password of its URL. */
export function whyRedisFails (error: unknown, url: string): string {
  const shown = withoutPassword(url)
  const why = reasonOf(error)
  if (/^(?:WRONGPASS|NOAUTH|NOPERM)|without any password|AUTH failed/.test(why)) {
    return `${shown} refuses the name or password: give them with --store redis://NAME:PASSWORD@HOST (${why})`
  }
  if (/^OOM/.test(why)) return `the memory of ${shown} is full: raise its maxmemory (${why})`
  if (/^(?:READONLY|MISCONF|NOREPLICAS)/.test(why)) return `${shown} takes no writes: ${why}`
  if (/^(?:LOADING|CLUSTERDOWN|MASTERDOWN|TRYAGAIN)/.test(why)) return `${shown} is not ready: ${why}`
  if (/^ERR unknown command/.test(why)) return `${shown} is no Redis that can be used, as it lacks a command: ${why}`
  return `${shown} cannot be reached: ${why}`
}

/** Returns a URL as it may be shown. */
export function withoutPassword (url: string): string {
  const parsed = URL.parse(url)
  return parsed === null ? url : `${parsed.protocol}//${parsed.host}${parsed.pathname}`
}

function reasonOf (error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0])
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'ENOTFOUND') return 'there is no host with this name'
  if (error.name === 'ClientOfflineError') return 'the connection was lost'
  const { message } = error
  if (/^(?:The client is (?:offline|closed)|Socket closed unexpectedly|Disconnects client)/.test(message)) {
    return 'the connection was lost'
  }
  return message === '' ? error.constructor.name : message
}
