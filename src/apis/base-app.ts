import type { FastifyInstance } from 'fastify'
import { foldUrlCase, mergeSlashes } from '../contract/path-matching.ts'
import type { PathMatching } from '../contract/path-matching.ts'
import { maxHeaderSize } from '../messages/node-http.ts'
import { createFastifyCompilers } from './fastify-compilers.ts'
import { withoutPseudoHeaders } from './http2-stream.ts'
import { createProxyTrust } from './proxy-trust.ts'
import { createPublicUrl, seenByReplicas, withoutPublicPath } from './public-url.ts'
import type { PublicUrl, PublicUrlOptions } from './public-url.ts'
import { createWireApp } from './wire-app.ts'
import type { WireOptions } from './wire-app.ts'
import type { WorldBy } from './world-by.ts'
import { routableUrl, splitWorldPrefix } from './world-name-of.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether responses are compressed where requests ask for that. */
    compresses: boolean
    /** The URL at which clients reach the server. */
    publicUrl: PublicUrl
    /** Names the worlds of requests that name none themselves; `undefined` where nothing does. */
    worldBy: WorldBy | undefined
  }
}

export interface BaseAppOptions extends WireOptions, PublicUrlOptions, PathMatching {
  /** Whether responses are compressed where requests ask for that; they are where this is left out. */
  readonly compress?: boolean
  /** The path of the public URL, where requests may have it: proxies that leave it are understood. */
  readonly servedUnder?: string
  /** The URL of the store that replicas share, which pass requests on to each other. */
  readonly store?: string | undefined
  /** The most bytes that the body of a request may have. */
  readonly bodyLimit: number
  /** Names the worlds of requests that name none themselves. */
  readonly nameWorld?: WorldBy | undefined
}

/** Matches the paths of the stand-in itself, whose case counts. */
const OWN_PATH = /^\/__(?:admin|files)(?![^/?#])/i

/** Creates an app that accepts the URLs of all worlds. */
export function createBaseApp (options: BaseAppOptions): FastifyInstance {
  const { bodyLimit, compress = true, servedUnder = '', trustProxy = false } = options
  const { ignoreDuplicateSlashes, ignorePathCase, store } = options
  const app = createWireApp(options, {
    bodyLimit,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: maxHeaderSize },
    trustProxy: trustProxy !== false && createProxyTrust(trustProxy),
    rewriteUrl (request) {
      if (request.httpVersionMajor === 2) withoutPseudoHeaders(request)
      const { url = '/' } = request
      const asked = originForm(url)
      const merged = ignoreDuplicateSlashes === true ? mergeSlashes(asked) : asked
      const own = servedUnder === '' ? merged : withoutPublicPath(merged, servedUnder)
      if (own !== url) Object.assign(request, { originalUrl: own })
      const routed = splitWorldPrefix(own).url
      return routableUrl(ignorePathCase === true && !OWN_PATH.test(routed) ? foldUrlCase(routed) : routed)
    },
    schemaController: { compilersFactory: createFastifyCompilers() }
  })
  app.decorate('compresses', compress)
  const publicUrl = createPublicUrl(options)
  app.decorate('publicUrl', store === undefined ? publicUrl : seenByReplicas(publicUrl))
  app.decorate('worldBy', options.nameWorld)
  return app
}

/** Returns the path and query of a URL that names a host too, as requests to proxies do (RFC 9112, section 3.2.2). */
function originForm (url: string): string {
  if (url.startsWith('/')) return url
  const [origin = ''] = /^https?:\/\/[^/?#]*/i.exec(url) ?? []
  const rest = url.slice(origin.length)
  return origin === '' || rest.startsWith('/') ? rest : `/${rest}`
}
