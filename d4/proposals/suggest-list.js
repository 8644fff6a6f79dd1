import { whereParents } from "./find-one.js";
import { givenMembers } from "./given-members.js";
import { plainName } from "./member-roles.js";
import { pagingOf } from "./paging.js";
import { itemsOf, typeOf } from "./schema-types.js";
import { suggestReply } from "./suggest-reply.js";
import { leave } from "./suggestion.js";
import { expressionFor } from "./templates.js";
import { manyThings } from "./thing-name.js";
/** Proposes what a list answers: all things, or those that the query asks for, and of those a page. */
export function suggestList(operation, source) {
    const { thing } = source;
    const paging = pagingOf(operation);
    const { created, parents } = whereParents(operation, thing);
    if (!created)
        return leave(operation, `it is not known which ${manyThings(thing.name)} are below its path`);
    const stored = new Set(thing.collection.creates.flatMap(create => givenMembers(create, thing, 'create').names));
    const filters = operation.parameters.flatMap(parameter => {
        const member = paging.parameters.has(parameter.name) ? undefined : filtered(parameter, thing, stored);
        return member === undefined ? [] : [[member, expressionFor('$request.query', parameter.name)]];
    });
    const where = { ...parents, ...Object.fromEntries(filters) };
    const find = { type: thing.name, many: true, ...Object.keys(where).length > 0 && { where }, ...paging.page && { page: paging.page } };
    return suggestReply(operation, source, 'list', { find }, { paging });
}
/** The member that a query parameter asks for by its very name. */
function filtered({ in: place, name, schema }, { job, members }, stored) {
    if (place !== 'query' || schema === undefined)
        return undefined;
    const plain = plainName(name.replace(/^filter\[(.+)\]$/, '$1'));
    const member = [...members.values()].find(member => plainName(member.name) === plain && (stored.has(member.name) || member.name === job?.member.name));
    if (member === undefined)
        return undefined;
    const type = typeOf(schema);
    const items = itemsOf(schema);
    const asked = items === undefined ? type : typeOf(items);
    const own = typeOf(member.schema);
    return own !== undefined && own !== 'array' && own !== 'object' && asked === own ? member.name : undefined;
}
