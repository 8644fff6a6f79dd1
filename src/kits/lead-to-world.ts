import type { BrowserContext, Route } from '@playwright/test'

/** The facts of a world that are needed to lead pages to it. */
export interface LedWorld {
  readonly name: string
  readonly headers: Readonly<Record<string, string>>
}

/** How the requests of pages name their world. */
export type WorldWay = 'prefix' | 'header' | 'cookie'

/** The address that pages send requests of the stand-in to, and the way in which it learns of their world. */
export interface Lead {
  /** The base URL of the stand-in, as pages reach it. */
  readonly url: string
  readonly way: WorldWay
  readonly world: LedWorld
}

/** The cookie that names a world. */
const COOKIE = 'standin-world'

/**
 * Has the pages of a browser context use a world: what they send to the stand-in gets the world's prefix or header, or
 * a cookie goes along. A URL that names a world already, as those in responses do, stays as it is.
 */
export async function leadToWorld (context: BrowserContext, { url, way, world }: Lead): Promise<void> {
  if (way === 'cookie') {
    await context.addCookies([{ name: COOKIE, value: world.name, url }])
    return
  }
  const base = new URL(url)
  const redirect = way === 'prefix'
    ? (route: Route) => route.fallback({ url: prefixed(route.request().url(), { base, world: world.name }) })
    : (route: Route) => route.fallback({ headers: { ...route.request().headers(), ...world.headers } })
  await context.route(asked => needsWorld(asked, base), redirect)
}

/** Tells whether a URL is one of a stand-in, and names no world yet. */
export function needsWorld (asked: URL, base: URL): boolean {
  if (asked.protocol !== base.protocol || asked.port !== base.port) return false
  const isSameHost = asked.hostname === base.hostname || (isLoopback(asked) && isLoopback(base))
  const path = pathOf(base)
  const isBelow = asked.pathname === path || asked.pathname.startsWith(`${path}/`)
  return isSameHost && isBelow && !asked.pathname.startsWith(`${path}/~`)
}

/** Returns a URL of a stand-in with the prefix of a world after the stand-in's own path. */
export function prefixed (asked: string, { base, world }: { readonly base: URL, readonly world: string }): string {
  const url = new URL(asked)
  const path = pathOf(base)
  url.pathname = `${path}/~${world}${url.pathname.slice(path.length)}`
  return url.href
}

function pathOf ({ pathname }: URL): string {
  return pathname.replace(/\/+$/, '')
}

/** Tells whether a host is this machine: pages may write `localhost` where the stand-in's address has `127.0.0.1`. */
function isLoopback ({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
}
