import Fastify from 'fastify'
import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import type { AdminOptions } from './admin-options.ts'
import { completeDocument } from './complete-document.ts'
import { lazyDocumentationPage } from './lazy-documentation-page.ts'

const DESCRIPTION = `Small verbs on nouns, each for the world that the request names: by the header \`X-Standin-World\`, or by the
start of its URL (\`/~checkout/__admin/…\`). Without either it is the world \`default\`. A world is made when it is first used.`

const TAGS = {
  server: 'Whether it answers.',
  worlds: 'Isolated copies of all state.',
  clock: 'The time of a world.',
  operations: 'What is served.',
  stubs: 'Scripted replies.',
  scenarios: 'Named sets of stubs, settings and resources, started at once.',
  resources: 'The records of a world: seen, seeded, forced into a status.',
  requests: 'The journal.',
  callbacks: 'What was sent to clients.',
  settings: 'What is set for a world as a whole.',
  contracts: 'The OpenAPI documents that are served.',
  documentation: 'This document.'
}

/** Gives the OpenAPI document of the admin API. */
export type AdminDocument = () => Promise<object>

/**
 * Makes the document when it is first asked for, out of the same routes registered once more: few starts ask,
 * and what describes routes takes longer to load than the documents that ship take to read.
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

/** Has every route that follows described in one OpenAPI document. */
async function describeRoutes (
  app: FastifyInstance,
  { adminToken, version }: AdminOptions
): Promise<void> {
  const { default: fastifySwagger } = await import('@fastify/swagger')
  const token = {
    type: 'http',
    scheme: 'bearer',
    description: 'The token that the server was started with.'
  } as const
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'standin admin API',
        version,
        description: DESCRIPTION.replaceAll('\n', ' '),
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

/** The admin API's own document, and a page to try it. */
export const documentationRoutes: FastifyPluginAsync<{ document: AdminDocument }> = async (
  app,
  { document }
) => {
  app.get('/openapi.json', { schema: readDocument }, document)

  const openPage = lazyDocumentationPage(app, document)
  app.get('/docs', { schema: readPage }, openPage)
  app.get('/docs/*', { schema: { hide: true } }, openPage)
}

const readDocument = {
  operationId: 'readDocument',
  tags: ['documentation'],
  summary: 'Read the OpenAPI document of the admin API',
  response: {
    200: { description: 'The document.', type: 'object', required: ['openapi', 'info', 'paths'] }
  }
}

const readPage = {
  operationId: 'readPage',
  tags: ['documentation'],
  summary: 'Try the admin API on a page',
  response: {
    200: { description: 'The page.', content: { 'text/html': { schema: { type: 'string' } } } }
  }
}
