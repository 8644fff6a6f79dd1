import Fastify from 'fastify'
import type { FastifyInstance, RouteHandlerMethod } from 'fastify'
import { UnknownPath } from '../errors.ts'

/** The rules for what the page may load; no other page may show it in a frame (Content Security Policy Level 3). */
const POLICY = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'"
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY'
}

/** The headers that a browser needs from the files of the page. */
const HEADERS = ['content-type', 'cache-control', 'etag', 'last-modified', 'location']

/**
 * Creates the handler of the documentation page. The page is created on first use, as start-up should
 * not wait for it.
 */
export function lazyDocumentationPage (
  app: FastifyInstance,
  document: () => Promise<object>
): RouteHandlerMethod {
  let page: Promise<FastifyInstance> | undefined
  app.addHook('onClose', async () => {
    await (await page)?.close()
  })

  return async (request, reply) => {
    const { headers, url } = request
    page ??= document().then(document => createPage(app.prefix, document))
    const response = await (await page).inject({ method: 'GET', url, headers })
    const { rawPayload, statusCode } = response
    const { location } = response.headers
    if (statusCode === 404) throw new UnknownPath(url, '')
    for (const name of HEADERS) {
      const value = response.headers[name]
      if (value !== undefined) reply.header(name, value)
    }
    // The page links to its files by their paths.
    const path = request.server.publicUrl.pathOf(request)
    const isLinking = path !== '' && String(response.headers['content-type']).startsWith('text/html')
    const body = isLinking ? response.body.replaceAll(`="${app.prefix}/`, `="${path}${app.prefix}/`) : rawPayload
    if (location !== undefined) reply.header('location', path + location)
    return reply.code(statusCode).headers(POLICY).send(body)
  }
}

async function createPage (prefix: string, document: object): Promise<FastifyInstance> {
  const { default: fastifySwaggerUi } = await import('@fastify/swagger-ui')
  const { default: fastifySwagger } = await import('@fastify/swagger')
  const page = Fastify({ routerOptions: { ignoreTrailingSlash: true } })
  await page.register(fastifySwagger)
  await page.register(fastifySwaggerUi, {
    routePrefix: `${prefix}/docs`,
    theme: { title: 'standin admin API' },
    uiConfig: {
      layout: 'BaseLayout',
      docExpansion: 'list',
      displayRequestDuration: true,
      tryItOutEnabled: true
    },
    transformSpecification: () => document as Record<string, unknown>,
    transformSpecificationClone: false
  })
  return page
}
