import { InvalidResource } from "../errors.js";
import { withViolations } from "../validation/with-violations.js";
import { startCourse } from "./course.js";
import { listSeedViolations } from "./seed.js";
/** A resource as it is before it has been put into its world, at the beginning of its way. */
export function createDraft(type, { hidden = {}, id, members = {} }, scope) {
    const { now, way, world } = scope;
    return {
        type: type.id,
        id,
        created: now,
        members,
        hidden,
        files: world.settings.resources[type.id]?.files,
        course: startCourse(type, way === undefined ? world.settings : onWay(way, type, world.settings), now),
        makeId: () => freeId(type, scope)
    };
}
/** The id that a request gives; `undefined` where it gives none. Throws `InvalidResource` for one that the type cannot have. */
export function toId(value, type) {
    if (value === undefined || value === null)
        return undefined;
    const id = String(value);
    const violations = listSeedViolations(type, id, {});
    if (violations.length > 0)
        throw withViolations(InvalidResource, violations);
    return id;
}
/** The settings of a world with what was chosen for one resource above them. */
function onWay(way, { id }, settings) {
    const own = settings.resources[id];
    const chosen = { ...own, ...way, ...(own?.durations ?? way.durations) !== undefined && { durations: { ...own?.durations, ...way.durations } } };
    return { ...settings, resources: { ...settings.resources, [id]: chosen } };
}
/** An id that nothing has yet: ids can be seeded too. */
function freeId(type, { world }) {
    for (;;) {
        const id = type.makeId(world);
        if (world.store.get(type.id, id) === undefined)
            return id;
    }
}
