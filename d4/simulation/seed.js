import { escapePointer } from "../contract/json-pointer.js";
import { InvalidResource } from "../errors.js";
import { createUnknown } from "../validation/create-unknown.js";
import { createViolation } from "../validation/violations.js";
import { withViolations } from "../validation/with-violations.js";
import { courseFrom, startCourse } from "./course.js";
/** Puts a resource into a world, in the place of any with its id. Throws `InvalidResource` for what its type does not know. */
export function seedResource(type, id, seed, world) {
    const violations = listSeedViolations(type, id, seed);
    if (violations.length > 0)
        throw withViolations(InvalidResource, violations);
    withdraw(type, id, world);
    const now = world.clock.now();
    const { resource } = world.store.insert({
        type: type.id,
        created: now,
        members: seed.members ?? {},
        hidden: seed.hidden ?? {},
        files: world.settings.resources[type.id]?.files,
        course: startCourse(type, world.settings, now, seed.lifecycle),
        makeId: () => id
    }, []); // without guards nothing is refused
    if (seed.status !== undefined)
        resource.course = courseFrom(resource, type, seed.status, now) ?? resource.course;
    // What is put does not go when room is needed, as what requests create does.
    world.store.put(resource);
    return resource;
}
/** Puts a resource into a status, from which it goes on. Throws `InvalidResource` where its type has no such status. */
export function forceStatus(resource, type, status, world) {
    const course = courseFrom(resource, type, status, world.clock.now());
    if (course === undefined)
        throw withViolations(InvalidResource, [unknownStatus(type, status, type.statuses)]);
    resource.course = course;
    // Guards forget what has ended for good: putting it again lets them count it anew.
    world.store.put(resource);
    world.moved(resource);
}
/** Takes a resource out of a world; from then on its id does not exist, even if its type takes such ids to exist. */
export function removeResource(type, id, world) {
    withdraw(type, id, world);
    world.store.delete(type.id, id);
}
/** Deletes a resource as a request asks for it; that its id does not exist need only be remembered where its type takes it to. */
export function deleteResource(type, id, world) {
    withdraw(type, id, world);
    if (type.assumed(id) || type.assumed(Number(id)))
        world.store.delete(type.id, id);
    else
        world.store.forget(type.id, id);
}
/** Ends the way of a resource that is about to go, so that nothing waits for it any longer. */
function withdraw(type, id, world) {
    const resource = world.store.get(type.id, id);
    if (typeof resource !== 'object')
        return;
    resource.course = { ...resource.course, stages: [], stage: 0 };
    world.moved(resource);
}
/** Everything that is wrong with what a resource is to be seeded with. */
export function listSeedViolations(type, id, { lifecycle, members = {}, status }) {
    const violations = [];
    if (!fitsType(type, id))
        violations.push(createViolation({ in: 'path', pointer: '/id' }, { rule: 'format', expected: `be an id of ${type.id}, a whole number without leading zeros` }, id));
    for (const [name, instead] of [[type.idMember, 'the id in the path'], [type.statusMember, '"status" beside "members"']]) {
        if (name === undefined || !Object.hasOwn(members, name))
            continue;
        violations.push(createViolation({ in: 'body', pointer: `/members/${escapePointer(name)}` }, { rule: 'reserved', expected: `not be present (give ${instead})` }, members[name]));
    }
    const stages = lifecycle === undefined ? undefined : type.lifecycles.get(lifecycle);
    if (lifecycle !== undefined && stages === undefined) {
        violations.push(createUnknown({ in: 'body', pointer: '/lifecycle' }, { what: `a lifecycle of ${type.id}`, word: lifecycle, known: type.lifecycles.keys() }));
    }
    const statuses = new Set(stages?.map(({ status }) => status) ?? type.statuses);
    if (status !== undefined && !statuses.has(status))
        violations.push(unknownStatus(type, status, statuses));
    return violations;
}
/** Ids that count up are numbers to clients: what would not come back as it was given is none. */
function fitsType(type, id) {
    const shown = type.showId({ id }); // nothing but the id is looked at
    return typeof shown !== 'number' || (Number.isSafeInteger(shown) && String(shown) === id);
}
/** Refuses a status that a type does not have: throws `InvalidResource`. */
export function unknownStatusOf(type, status) {
    throw withViolations(InvalidResource, [unknownStatus(type, status, type.statuses)]);
}
function unknownStatus(type, status, known) {
    return createUnknown({ in: 'body', pointer: '/status' }, { what: `a status of ${type.id}`, word: status, known });
}
