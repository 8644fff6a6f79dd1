import { countRead } from "./course.js";
import { subjectOf } from "./subject.js";
/** A resource as a request finds it. The read counts for one that progresses by polls. */
export function read(resource, type, scope) {
    if (countRead(resource, type, scope.now))
        scope.world.moved(resource);
    return subjectOf(resource, type, scope.now);
}
