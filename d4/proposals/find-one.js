import { givenMembers } from "./given-members.js";
import { parentParameters, pathParts } from "./path-parts.js";
import { refusal } from "./refusal.js";
import { expressionFor, pathExpression } from "./templates.js";
import { inWords, manyThings } from "./thing-name.js";
/** How an operation finds the thing that its path names, or its body; or why it cannot. */
export function findOne(operation, { samples, thing }) {
    const { id, name } = thing;
    const parameter = pathParts(operation).id;
    if (id === undefined)
        return `${manyThings(name)} have no member by which they could be found`;
    const sent = parameter === undefined ? givenMembers(operation, thing, 'update').sent : undefined;
    const expression = parameter !== undefined ? pathExpression(parameter) : sent?.members.has(id.name) === true ? expressionFor('$request.body', ...sent.path, id.name) : undefined;
    if (expression === undefined)
        return `it does not name the ${inWords(name)} that is meant`;
    const { created, parents } = whereParents(operation, thing);
    if (!created)
        return `it is not known which ${manyThings(name)} are below its path`;
    const { reply, responses } = refusal(operation, [404, 410], `There is no ${inWords(name)} {${expression}}`, samples);
    return { find: { type: name, id: expression, ...Object.keys(parents).length > 0 && { where: parents }, else: reply }, responses };
}
/** The members by which things belong to what their path is below of. */
export function whereParents(operation, { create, parents }) {
    const names = parentParameters(pathParts(operation));
    if (names.length === 0 || parentParameters(pathParts(create)).length === 0)
        return { created: names.length === 0, parents: {} };
    const pairs = names.map((name, index) => [parents[index]?.member ?? '', pathExpression(name) ?? '']);
    return { created: names.length === parents.length && pairs.every(pair => !pair.includes('')), parents: Object.fromEntries(pairs) };
}
