import type { FastifyRequest } from 'fastify'
import { hopOf } from '../replicas/hop.ts'
import { createProxyTrust } from './proxy-trust.ts'
import type { ProxyTrust, TrustProxy } from './proxy-trust.ts'
import { splitWorldPrefix } from './world-name-of.ts'

/** The URL at which clients reach the server, with which all URLs begin that are given out. */
export interface PublicUrl {
  /** Returns its scheme and host: `https://mocks.example`. */
  originOf (request: FastifyRequest): string
  /** Returns its path, without a slash at the end: `/standin`. */
  pathOf (request: FastifyRequest): string
  /** Returns the host by which the client of a request reached the server, as far as proxies say. */
  hostOf (request: FastifyRequest): string
}

export interface PublicUrlOptions {
  /** The URL, where it is the same for all clients. */
  readonly publicUrl?: string | undefined
  /** The proxies whose headers say what it is. */
  readonly trustProxy?: TrustProxy | undefined
}

/** Returns whether a value can be the public URL of a server. */
export function isPublicUrl (value: unknown): value is string {
  const url = typeof value === 'string' ? URL.parse(value) : null
  if (url === null || !/^https?:$/.test(url.protocol) || /[?#]/.test(String(value))) return false
  return url.username === '' && url.password === '' && isPath(url.pathname)
}

/**
 * Creates the public URL: as it is given, or else as the proxies that are trusted say, or else as the request has it.
 */
export function createPublicUrl ({ publicUrl, trustProxy = false }: PublicUrlOptions): PublicUrl {
  const reached = trustProxy === false ? AS_REQUESTED : createForwarded(createProxyTrust(trustProxy))
  if (publicUrl === undefined) return reached
  const { origin, pathname } = new URL(publicUrl)
  const path = withoutSlash(pathname)
  return { originOf: () => origin, pathOf: () => path, hostOf: reached.hostOf }
}

const AS_REQUESTED: PublicUrl = {
  originOf: ({ host, protocol }) => `${protocol}://${host}`,
  pathOf: () => '',
  hostOf: ({ host }) => host
}

/** Returns the public URL of a server to which other replicas pass requests on: what they say of these counts. */
export function seenByReplicas (publicUrl: PublicUrl): PublicUrl {
  return {
    originOf: request => hopOf(request.raw)?.origin ?? publicUrl.originOf(request),
    pathOf: request => hopOf(request.raw)?.path ?? publicUrl.pathOf(request),
    hostOf: request => hopOf(request.raw)?.host ?? publicUrl.hostOf(request)
  }
}

/** The facts that proxies forward of a request. */
interface Forwarded {
  readonly host: string | undefined
  readonly proto: string | undefined
  readonly prefix: string
}

/**
 * Creates the public URL that proxies tell in `X-Forwarded-Host`, `-Proto` and `-Prefix`, and in `Forwarded`
 * (RFC 7239), as far as they are trusted.
 */
function createForwarded (isTrusted: ProxyTrust): PublicUrl {
  const read = (request: FastifyRequest): Forwarded => {
    const { headers, raw } = request
    if (!isTrusted(raw.socket.remoteAddress, 0)) return NOTHING
    const standard = parseForwarded(textOf(headers.forwarded))
    const host = last(textOf(headers['x-forwarded-host'])) ?? standard.get('host')
    const proto = last(textOf(headers['x-forwarded-proto'])) ?? standard.get('proto')
    return {
      host: host !== undefined && isHost(host) ? host : undefined,
      proto: proto !== undefined && /^https?$/i.test(proto) ? proto.toLowerCase() : undefined,
      prefix: joinPrefixes(textOf(headers['x-forwarded-prefix']))
    }
  }
  const hostOf = (request: FastifyRequest, { host } = read(request)): string => host ?? request.headers.host ?? ''
  return {
    originOf (request) {
      const forwarded = read(request)
      return `${forwarded.proto ?? ownScheme(request)}://${hostOf(request, forwarded)}`
    },
    pathOf: request => read(request).prefix,
    hostOf: request => hostOf(request)
  }
}

const NOTHING: Forwarded = { host: undefined, proto: undefined, prefix: '' }

function ownScheme ({ raw }: FastifyRequest): string {
  return 'encrypted' in raw.socket ? 'https' : 'http'
}

function textOf (header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(',') : header
}

/** Returns the last entry of a header, as Fastify does: that of the nearest proxy, which is the one that is trusted. */
function last (list: string | undefined): string | undefined {
  return list?.slice(list.lastIndexOf(',') + 1).trim()
}

const FORWARDED_PAIR = /([\w-]+)\s*=\s*(?:([^\s";,]+)|"((?:[^"\\]|\\.)*)")/g

/** Parses the last element of a `Forwarded` header: `for=192.0.2.1;proto=https;host="mocks.example:8443"`. */
function parseForwarded (header = ''): ReadonlyMap<string, string> {
  const [element = ''] = header.match(/(?:[^,"]|"(?:[^"\\]|\\.)*")*$/) ?? []
  const pairs = new Map<string, string>()
  for (const [, name = '', token = '', quoted] of element.matchAll(FORWARDED_PAIR)) {
    pairs.set(name.toLowerCase(), quoted?.replaceAll(/\\(.)/g, '$1') ?? token)
  }
  return pairs
}

/** Joins the prefixes that proxies have removed, the outermost first. One that is no path counts for nothing. */
function joinPrefixes (list = ''): string {
  return list.split(',').map(item => withoutSlash(item.trim())).filter(isPath).join('')
}

function isHost (text: string): boolean {
  return /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(text) && URL.canParse(`http://${text}`)
}

function isPath (text: string): boolean {
  return /^(?:\/[\w.~!$&'()*+;=:@%-]+)*\/?$/.test(text)
}

function withoutSlash (path: string): string {
  return path.replace(/\/+$/, '')
}

/**
 * Returns the path of a public URL, if requests may have it: not where paths that are served begin with it, as a proxy
 * may have removed it from them already.
 */
export function acceptedPath (publicUrl: string | undefined, served: readonly string[]): string {
  if (publicUrl === undefined) return ''
  const path = withoutSlash(new URL(publicUrl).pathname)
  return path === '' || served.some(url => startsWith(url, path)) ? '' : path
}

/**
 * Returns a URL without the path of the public URL, for proxies that leave it: `/standin/~checkout/exports` is
 * `/~checkout/exports`. A path that is repeated counts once, as the prefix of a world does.
 */
export function withoutPublicPath (url: string, path: string): string {
  const rest = startsWith(url, path) ? withoutPublicPath(afterPath(url, path), path) : url
  const { world, url: inner } = splitWorldPrefix(rest)
  return world !== undefined && startsWith(inner, path) ? `/~${world}${withoutPublicPath(inner, path)}` : rest
}

function startsWith (url: string, path: string): boolean {
  return url.startsWith(path) && (url.length === path.length || '/?#'.includes(url.charAt(path.length)))
}

function afterPath (url: string, path: string): string {
  const rest = url.slice(path.length)
  return rest.startsWith('/') ? rest : `/${rest}`
}
