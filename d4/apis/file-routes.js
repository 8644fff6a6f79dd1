import { FileNotFound } from "../errors.js";
import { FILES_PATH, openSignedFile } from "../simulation/files.js";
import { createScope } from "../simulation/create-scope.js";
import { subjectOf } from "../simulation/subject.js";
import { receivedFacts } from "./received.js";
import { worldNameOf } from "./world-of.js";
import { writeResponse } from "./write-response.js";
/** Serves the files of resources at the URLs that were given out for them. */
export const fileRoutes = async (app, { apis }) => {
    app.get(`${FILES_PATH}/:type/:id/:name`, async (request, reply) => {
        const { id, name, type: typeId } = request.params;
        const { expires, signature } = request.query;
        const [apiName, typeName = ''] = typeId.split('.');
        const api = apis.find(({ contract }) => contract.name === apiName);
        const type = api?.simulation.types.get(typeName);
        const worldName = worldNameOf(request);
        const world = apis[0]?.worlds.get(worldName);
        const resource = world?.store.get(typeId, id);
        if (api === undefined || type === undefined || world === undefined || typeof resource !== 'object')
            throw new FileNotFound(name, id);
        const scope = createScope(receivedFacts(request, worldName), world, { limits: api.simulation.limits, rowFiles: api.rowFiles });
        const file = openSignedFile(name, { value: signature, expires }, subjectOf(resource, type, scope.now), scope);
        return writeResponse(reply, { status: 200, headers: {}, body: file, source: 'simulation' });
    });
};
