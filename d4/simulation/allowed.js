import { positionOf } from "./course.js";
import { compileEach } from "./declaration.js";
import { vocabularyOf } from "./language.js";
import { compileReply } from "./reply.js";
/** Reads `while` and `else` of a change or a deletion: one goes with the other. */
export function compileAllowed(declared, type, language) {
    const { else: otherwise, while: statuses } = declared;
    if (statuses === undefined)
        otherwise?.refuse('is never answered: say "while" which statuses it can be done');
    if (otherwise === undefined)
        statuses?.refuse('"else" is missing: the reply in the other statuses');
    if (statuses === undefined || otherwise === undefined)
        return { isAllowed: () => true, refuse: undefined };
    const compiled = compileEach({
        statuses: () => new Set(statuses.words('status', [...type.statuses])),
        refuse: () => compileReply(otherwise, { language, operation: language.operation, vocabulary: vocabularyOf(language, { resource: type }), source: 'simulation' })
    });
    return { isAllowed: (resource, now) => compiled.statuses.has(positionOf(resource, type, now).status ?? ''), refuse: compiled.refuse };
}
