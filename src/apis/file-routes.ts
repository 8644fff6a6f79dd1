import type { FastifyPluginAsync } from 'fastify'
import { FileNotFound } from '../errors.ts'
import { FILES_PATH } from '../simulation/file-url.ts'
import { openSignedFile } from '../simulation/open-files.ts'
import { createScope } from '../simulation/scope.ts'
import { subjectOf } from '../simulation/subject-of.ts'
import type { Api } from './api.ts'
import { respondWithFile } from './respond-with-file.ts'
import { receivedFacts } from './received-facts.ts'
import { worldNameOf } from './world-name-of.ts'
import { writeResponse } from './write-response.ts'

interface FileRequest {
  Params: { type: string, id: string, name: string }
  Querystring: { signature?: string, expires?: string }
}

/** Serves the files of resources at the URLs that were given out for them. */
export const fileRoutes: FastifyPluginAsync<{ apis: readonly Api[] }> = async (app, { apis }) => {
  app.get<FileRequest>(`${FILES_PATH}/:type/:id/:name`, async (request, reply) => {
    const { id, name, type: typeId } = request.params
    const { expires, signature } = request.query
    const [apiName, typeName = ''] = typeId.split('.')
    const api = apis.find(({ contract }) => contract.name === apiName)
    const type = api?.simulation.types.get(typeName)
    const worldName = worldNameOf(request)
    const world = apis[0]?.worlds.read(worldName)
    const resource = world?.store.get(typeId, id)
    if (api === undefined || type === undefined) throw new FileNotFound(name, id)
    if (world === undefined || typeof resource !== 'object') throw new FileNotFound(name, id)

    const { rowFiles, simulation: { limits } } = api
    const scope = createScope(receivedFacts(request, worldName), world, { limits, rowFiles })
    const subject = subjectOf(resource, type, scope.now)
    const file = openSignedFile(name, { value: signature, expires }, subject, scope)
    const response = respondWithFile(request, { headers: {}, body: file })
    const isSent = response.body !== undefined && request.method === 'GET'
    if (isSent) world.observers.tellDownload({ type: typeId, requestHeaders: request.headers }, world)
    return writeResponse(reply, response)
  })
}
