import { listCallbackTargets } from "../callbacks/callback-targets.js";
import { sampleBody } from "../callbacks/sample-body.js";
import { InvalidRequest, UnknownCallbackName } from "../errors.js";
import { subjectOf } from "../simulation/subject.js";
import { hint } from "../validation/create-unknown.js";
import { createMissing, createViolation } from "../validation/violations.js";
import { withViolations } from "../validation/with-violations.js";
import { findResource } from "./find-resource.js";
/** Makes the function that fires callbacks and webhooks of the documents by their names. */
export function createFire({ callbacksOf, contracts, simulations, types }) {
    let targets;
    return (name, firing, scope) => {
        targets ??= listCallbackTargets(contracts, simulations);
        const target = targets.get(name);
        if (target === undefined)
            throw new UnknownCallbackName(name, hint(name, [...targets.keys()]));
        const { world } = scope;
        const url = firing.url ?? (target.webhook === undefined ? undefined : world.settings.webhooks[target.webhook]);
        if (url === undefined)
            throw withViolations(InvalidRequest, [createMissing({ in: 'body', pointer: '/url' })]);
        const { definition, id } = target;
        return callbacksOf(world).fire({ id, definition, url, resource: firing.resource }, bodyFor(target, firing, { types }, scope));
    };
}
function bodyFor({ declared, definition, simulation }, { body, resource: named }, { types }, scope) {
    const found = named && findResource(named, types, scope.world);
    if (found !== undefined && declared !== undefined && found.type.id !== declared.type.id) {
        throw withViolations(InvalidRequest, [createViolation({ in: 'body', pointer: '/resource/type' }, { rule: 'type', expected: `be ${declared.type.id}, of which the callback speaks` }, found.type.id)]);
    }
    if (body !== undefined)
        return body;
    if (found === undefined || declared === undefined || simulation === undefined)
        return sampleBody(definition.body, scope.world);
    return declared.body({ ...scope, limits: simulation.limits, subject: subjectOf(found.resource, found.type, scope.now) });
}
