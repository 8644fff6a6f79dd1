import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { isNavigation } from '../apis/is-navigation.ts'
import { UnknownPath } from '../errors.ts'
import { loadPage } from './load-page.ts'
import type { PageFiles } from './build-page.ts'

/** The rules for what the page may load: nothing that is not its own (Content Security Policy Level 3). */
const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'"
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'no-cache'
}

/** The reference of a contract is a page of Swagger UI, which sets styles and pictures in its elements. */
const REFERENCE_HEADERS = {
  'content-security-policy': HEADERS['content-security-policy']
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    .replace("img-src 'self'", "img-src 'self' data:")
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml'
}

/**
 * The page at `/__admin/`, for browsers. It is the same on every server and holds nothing of it, so that it needs no
 * token; what it shows, it asks the admin API for.
 */
export const pageRoutes: FastifyPluginAsync = async app => {
  let page: Promise<PageFiles> | undefined
  const respond = async (name: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    page ??= loadPage()
    const content = (await page).get(name)
    if (content === undefined) throw new UnknownPath(request.url, '')
    const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`
    reply.headers({ ...HEADERS, ...name === 'reference.html' && REFERENCE_HEADERS, etag })
    if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send()
    return reply.type(MEDIA_TYPES[extname(name)] ?? 'application/octet-stream').send(content)
  }

  app.get('/', { schema: { hide: true } }, async (request, reply) => {
    const [path = '', query] = request.url.split(/(?=\?)/, 2)
    if (!isNavigation(request)) {
      const docs = `${request.server.publicUrl.pathOf(request)}${app.prefix}/docs`
      throw new UnknownPath(path, `: see ${docs}`)
    }
    // The page links to its files relative to its own address, which may have prefixes before.
    if (!path.endsWith('/')) return reply.redirect(`${path.slice(path.lastIndexOf('/') + 1)}/${query ?? ''}`)
    // The page names its world in all of its requests: it has to know the one of its host.
    const keyed = request.server.worldBy?.(request)
    const isNamed = request.originalUrl.startsWith('/~') || /[?&]world=/.test(query ?? '')
    if (keyed !== undefined && !isNamed) return reply.redirect(`./?${new URLSearchParams({ world: keyed })}`)
    return await respond('index.html', request, reply)
  })
  app.get('/reference/:name/', { schema: { hide: true } }, async (request, reply) => {
    return await respond('reference.html', request, reply)
  })
  app.get<{ Params: { file: string } }>('/page/:file', { schema: { hide: true } }, async (request, reply) => {
    return await respond(request.params.file, request, reply)
  })
}
