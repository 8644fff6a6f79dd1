import { maskValue } from "../journal/mask.js";
import { positionOf } from "../simulation/course.js";
import { listFiles } from "../simulation/files.js";
import { shownMembers } from "../simulation/shown-members.js";
import { formatInstant } from "../worlds/clock.js";
import { formatDuration } from "../worlds/duration.js";
/** A resource as the admin API shows it: what clients see of it, and what they do not. */
export function showResource(resource, type, scope) {
    const { course, created, hidden, id, number } = resource;
    const position = positionOf(resource, type, scope.now);
    const subject = { resource, type, position };
    const { since, status, until } = position;
    return {
        type: type.id,
        id,
        number,
        created: formatInstant(created),
        status: status ?? null,
        since: formatInstant(since),
        until: until === undefined ? null : formatInstant(until),
        lifecycle: status === undefined ? null : course.lifecycle,
        progression: course.progression,
        shown: maskValue(shownMembers(subject, scope)),
        hidden: maskValue(hidden),
        files: status === undefined || type.files?.availableIn.has(status) ? listFiles(subject, scope) : []
    };
}
/** A type of resource as the admin API shows it, with how many a world holds. */
export function showType({ defaultLifecycle, id, lifecycles, running }, count) {
    return {
        type: id,
        count,
        lifecycles: [...lifecycles].map(([name, stages]) => ({ name, default: name === defaultLifecycle, statuses: stages.map(showStage) })),
        running: [...running]
    };
}
function showStage({ ms, status }) {
    return { status, lasts: ms === undefined ? null : formatDuration(ms) };
}
