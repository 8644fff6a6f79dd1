import { keyOf } from "../worlds/indexed-resources.js";
import { compileAll, compileEach } from "./declaration.js";
import { compileFindMany } from "./find-many.js";
import { typeNamed, vocabularyOf } from "./language.js";
import { read } from "./read.js";
import { compileReply } from "./reply.js";
import { compileSearchById } from "./search-by-id.js";
import { subjectOf } from "./subject.js";
import { compileFits, compileWhere } from "./where.js";
const WORDS = ['type', 'id', 'where', 'pick', 'while', 'many', 'sort', 'page', 'else'];
/** Reads `find`: the resource, or the resources, that a request asks for. A read counts for those that progress by polls, but where it is to change them. */
export function compileFind(declaration, language, { isRead }) {
    const declared = declaration.members(WORDS, ['type']);
    const type = typeNamed(declared.type ?? declaration, language);
    if (declared.many?.flag() === true)
        return { type, step: compileFindMany(declared, type, language) };
    compileAll([declared.sort, declared.page], word => word?.refuse('means nothing without "many: true"'));
    const { find, fits } = compileEach({
        find: () => compileSearch(declared, type, language),
        fits: () => compileFits(declared.while, type)
    });
    return findOne(declaration, language, { type, find, fits, isRead });
}
function findOne(declaration, language, { find, fits, isRead, type }) {
    const { else: otherwise, pick } = declaration.parts();
    if (otherwise === undefined)
        return declaration.refuse('"else" is missing: the reply when nothing is found');
    const { notFound, picksFirst } = compileEach({
        picksFirst: () => pick?.word('choice', ['latest', 'first']) === 'first',
        notFound: () => compileReply(otherwise, { language, operation: language.operation, vocabulary: vocabularyOf(language), source: 'simulation' })
    });
    const seek = (scope) => {
        const found = find(scope);
        const isSought = (resource) => fits(resource, scope);
        return picksFirst ? found.find(isSought) : found.findLast(isSought);
    };
    return {
        type,
        step: scope => {
            const resource = seek(scope);
            return resource === undefined ? { reply: notFound(scope) } : { ...scope, subject: isRead ? read(resource, type, scope) : subjectOf(resource, type, scope.now) };
        },
        peek: scope => {
            const resource = seek(scope);
            return resource && subjectOf(resource, type, scope.now);
        }
    };
}
function compileSearch({ id, where }, type, language) {
    if (id !== undefined)
        return compileSearchById(id, where, type, language);
    const conditions = compileWhere(where, type, language);
    if (conditions.length === 0)
        return ({ world }) => world.store.list(type.id);
    const index = language.index(type, conditions.map(([name]) => name), 'shared');
    return searchByIndex(index, conditions.map(([, value]) => value));
}
function searchByIndex(index, values) {
    return scope => scope.world.store.listBy(index, keyOf(values.map(value => value(scope))));
}
