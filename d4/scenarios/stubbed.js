import { createScope } from "../simulation/create-scope.js";
import { vocabularyOf } from "../simulation/language.js";
import { RowFiles } from "../simulation/rows.js";
import { createResponseValidator } from "../validation/response-validator.js";
import { World } from "../worlds/world.js";
/** Makes the stubs' view of an operation. */
export function createStubbed(operation, simulation) {
    const { creates, find } = simulation?.operations.get(operation.id) ?? {};
    const limits = simulation?.limits ?? new Map();
    return {
        operation,
        vocabulary: vocabularyOf({ limitNames: [...limits.keys()], operations: [operation] }, { resource: find?.type }),
        creates,
        finds: find?.type,
        validate: createResponseValidator(operation),
        sample: () => createScope(sampleRequest(operation), sampleWorld(), { limits, rowFiles: new RowFiles(undefined) })
    };
}
function sampleRequest(operation) {
    const [example] = operation.body?.content.flatMap(({ examples }) => examples) ?? [];
    return {
        operation,
        method: operation.method,
        url: operation.path,
        baseUrl: 'http://127.0.0.1',
        basePath: '',
        receivedAt: 0,
        path: {},
        query: {},
        headers: {},
        cookies: {},
        body: example?.value
    };
}
function sampleWorld() {
    return new World('sample', { seed: 0, startsAt: 0, indexes: [], maxResources: 0, maxExchanges: 0 });
}
