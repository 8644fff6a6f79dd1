import Fastify from 'fastify'
import type { FastifyInstance, FastifyPluginAsync, RouteHandlerMethod } from 'fastify'
import type { AdminOptions } from './admin-options.ts'
import { completeDocument } from './complete-document.ts'
import { lazyDocumentationPage } from './lazy-documentation-page.ts'

const DESCRIPTION =
  'Controls the stand-in server. Each request names a world in the header `X-Standin-World` or at ' +
  'the start of its URL (`/~checkout/__admin/…`), or else in the cookie `standin-world`. Without ' +
  'any, the world is `default`. A world is created on first use; requests with `GET` create none.'

const TAGS = {
  server: 'The server.',
  worlds: 'Isolated copies of all state.',
  clock: 'The time of a world.',
  operations: 'The operations that are served.',
  stubs: 'Scripted replies.',
  scenarios: 'Named sets of stubs, settings and resources.',
  resources: 'The records of a world.',
  requests: 'The journal of requests.',
  callbacks: 'Callbacks and webhooks.',
  events: 'What happens in the worlds.',
  settings: 'The settings of a world.',
  contracts: 'The OpenAPI documents that are served.',
  documentation: 'This document.'
}

/** Returns the OpenAPI document of the admin API. */
export type AdminDocument = () => Promise<object>

/**
 * Creates the document on first use, from a second registration of the same routes. Few runs need it,
 * and @fastify/swagger takes longer to load than the shipped documents take to read.
 */
export function lazyDocument (
  prefix: string,
  options: AdminOptions,
  registerRoutes: (app: FastifyInstance) => void
): AdminDocument {
  let document: Promise<object> | undefined
  return () => {
    document ??= createDocument(prefix, options, registerRoutes)
    return document
  }
}

async function createDocument (
  prefix: string,
  options: AdminOptions,
  registerRoutes: (app: FastifyInstance) => void
): Promise<object> {
  const app = Fastify()
  let describe: () => object = () => ({})
  app.register(
    async described => {
      await describeRoutes(described, options)
      registerRoutes(described)
      describe = () => described.swagger()
    },
    { prefix }
  )
  await app.ready()
  const document = describe()
  await app.close()
  return document
}

/** Describes the routes that are registered next in an OpenAPI document. */
async function describeRoutes (
  app: FastifyInstance,
  { adminToken, version }: AdminOptions
): Promise<void> {
  const { default: fastifySwagger } = await import('@fastify/swagger')
  const token = {
    type: 'http',
    scheme: 'bearer',
    description: 'The admin token of the server.'
  } as const
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'standin admin API',
        version,
        description: DESCRIPTION,
        license: { name: 'MIT', identifier: 'MIT' }
      },
      servers: [
        { url: app.prefix, description: 'The world that the header names.' },
        {
          url: `/~{world}${app.prefix}`,
          description: 'A world by its name.',
          variables: { world: { default: 'default' } }
        }
      ],
      tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
      ...(adminToken === undefined
        ? {}
        : { components: { securitySchemes: { token } }, security: [{ token: [] }] })
    },
    convertConstToEnum: false,
    refResolver: {
      buildLocalReference: (schema, _base, _fragment, index) => String(schema.$id ?? `def-${index}`)
    },
    transformObject: completeDocument
  })
}

/** The OpenAPI document of the admin API, and its documentation page. */
export const documentationRoutes: FastifyPluginAsync<{ document: AdminDocument }> = async (
  app,
  { document }
) => {
  const read: RouteHandlerMethod = async request =>
    atPath(await document(), request.server.publicUrl.pathOf(request))
  app.get('/openapi.json', { schema: readDocument }, read)
  app.get('/docs/json', { schema: { hide: true } }, read)

  const openPage = lazyDocumentationPage(app, document)
  app.get('/docs', { schema: readPage }, openPage)
  app.get('/docs/*', { schema: { hide: true } }, openPage)
}

/** Returns the document as clients reach the API that have a path before its own. */
function atPath (document: { servers?: unknown }, path: string): object {
  if (path === '' || !Array.isArray(document.servers)) return document
  return { ...document, servers: document.servers.map(server => ({ ...server, url: `${path}${server.url}` })) }
}

const readDocument = {
  operationId: 'readDocument',
  tags: ['documentation'],
  summary: 'Get the OpenAPI document',
  security: [],
  response: {
    200: { description: 'The document.', type: 'object', required: ['openapi', 'info', 'paths'] }
  }
}

const readPage = {
  operationId: 'readPage',
  tags: ['documentation'],
  summary: 'Open the documentation page',
  security: [],
  response: {
    200: { description: 'The page.', content: { 'text/html': { schema: { type: 'string' } } } }
  }
}
