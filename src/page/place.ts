import { computed, signal } from '@preact/signals'

/** A place in the page, as its address has it: `?world=checkout#/live/17`. */
export interface Place {
  readonly world: string
  /** The view: `live`. */
  readonly view: string
  /** What is open in the view: `['17']`. */
  readonly rest: readonly string[]
}

const [, base = '', prefixed] = /^(.*?)(?:\/~([^/]+))?\/__admin(?:\/.*)?$/.exec(location.pathname) ?? []

/** The URL of the server, without a slash at the end. */
export const serverUrl = location.origin + base

const FIRST_VIEW = 'overview'

/** The world that a cookie names: that of the requests that this browser sends without naming another. */
const [, cookieWorld] = /(?:^|;) *standin-world=([^;]+)/.exec(document.cookie) ?? []

/** The world of an address that has none in its query. */
const DEFAULT_WORLD = prefixed === undefined ? cookieWorld?.trimEnd() ?? 'default' : decodeURIComponent(prefixed)

keepWorldInAddress()
const address = signal(location.href)

/** An address that names no world would show another one to those without the cookie. */
function keepWorldInAddress (): void {
  const url = new URL(location.href)
  if (prefixed !== undefined || cookieWorld === undefined || url.searchParams.has('world')) return
  url.searchParams.set('world', DEFAULT_WORLD)
  history.replaceState(null, '', url)
}

/** The place that is shown. */
export const place = computed<Place>(() => parsePlace(address.value))

/** The world that is shown. */
export const world = computed(() => place.value.world)

addEventListener('popstate', () => { address.value = location.href })
addEventListener('hashchange', () => { address.value = location.href })

function parsePlace (href: string): Place {
  const { hash, searchParams } = new URL(href)
  const [view = '', ...rest] = hash.replace(/^#\/?/, '').split('/').map(decodePart)
  return { world: searchParams.get('world') ?? DEFAULT_WORLD, view: view === '' ? FIRST_VIEW : view, rest }
}

function decodePart (part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Returns the address of a view, with what is to be open in it. */
export function hrefTo (view: string, ...rest: readonly string[]): string {
  return `#/${[view, ...rest].map(encodeURIComponent).join('/')}`
}

/** Returns the address of a view of another world. */
export function worldHref (name: string, view = place.value.view): string {
  const isImplied = name === DEFAULT_WORLD && cookieWorld === undefined
  const query = isImplied ? location.pathname : `?${new URLSearchParams({ world: name })}`
  return query + hrefTo(view)
}

/** Returns the base URL of the world that is shown, for the requests of an app. */
export function worldUrl (): string {
  const isImplied = world.value === 'default' && cookieWorld === undefined
  return isImplied ? serverUrl : `${serverUrl}/~${encodeURIComponent(world.value)}`
}

/** Shows another place. */
export function goTo (href: string): void {
  history.pushState(null, '', href)
  address.value = location.href
}
