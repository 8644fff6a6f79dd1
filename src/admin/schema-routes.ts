import type { FastifyPluginAsync } from 'fastify'
import { EDITED_FILES } from '../editors/edited-files.ts'
import type { EditedFile } from '../editors/edited-files.ts'
import { closed } from '../schemas/closed.ts'

/** The JSON Schemas by which editors check files. They are the same on every server, and need no token. */
export const schemaRoutes: FastifyPluginAsync = async app => {
  app.get<{ Params: { file: EditedFile } }>(
    '/schemas/:file.json',
    { schema: readSchema },
    async ({ params: { file } }) => {
      // Few runs need them.
      const { editorSchema } = await import('../editors/editor-schema.ts')
      return editorSchema(file)
    }
  )
}

const readSchema = {
  operationId: 'readSchema',
  tags: ['documentation'],
  summary: 'Get a JSON Schema for editors',
  security: [],
  params: closed('The schema.', {
    file: {
      type: 'string',
      enum: EDITED_FILES,
      description: 'What it is for: OpenAPI documents with `x-standin`, overlays, or scenarios.'
    }
  }),
  response: {
    200: { description: 'The JSON Schema.', type: 'object', required: ['$schema', 'title'] }
  }
}
