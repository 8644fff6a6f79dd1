import { positionOf } from "./course.js";
/** A resource as it is at an instant, to be shown. */
export function subjectOf(resource, type, now) {
    return { resource, type, position: positionOf(resource, type, now) };
}
