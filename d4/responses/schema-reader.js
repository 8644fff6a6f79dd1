import { isObject } from "../contract/is-object.js";
import { getByPointer } from "../contract/json-pointer.js";
import { listMembers } from "../validation/schema-members.js";
import { SchemaReferences } from "../validation/schema-references.js";
import { discriminatedBranches } from "./discriminated-branches.js";
/** Reads the schemas of a document for a generator: follows `$ref`, lays `allOf` open, and lists what is to be chosen. */
export class SchemaReader {
    #document;
    #references;
    #facets = new WeakMap();
    #hidden;
    constructor(document, direction) {
        this.#document = document;
        this.#references = new SchemaReferences(document);
        this.#hidden = direction === 'request' ? 'readOnly' : 'writeOnly';
    }
    /** Lays schemas open. */
    lay({ schemas, decided }) {
        const facets = new Set();
        const choices = [];
        const waiting = [...schemas];
        let isImpossible = false;
        for (let schema = waiting.shift(); schema !== undefined || waiting.length > 0; schema = waiting.shift()) {
            if (schema === false)
                isImpossible = true;
            if (!isObject(schema))
                continue;
            const facet = this.#toFacet(schema);
            if (facets.has(facet))
                continue;
            facets.add(facet);
            waiting.unshift(...this.#parts(facet));
            choices.push(...this.#choices(facet).filter(({ source }) => !decided.has(source)));
        }
        return { facets: [...facets], choices, isImpossible };
    }
    /** Whether a member is not there in this direction, whatever else its schemas say. */
    isHidden(schemas) {
        return this.lay({ schemas, decided: NOTHING }).facets.some(facet => facet[this.#hidden] === true);
    }
    /** The place that a `$ref` leads to; `undefined` where it leads nowhere. */
    resolve(reference) {
        return this.#references.resolve(reference, '');
    }
    /** A schema in the words of its newest draft. */
    #toFacet(schema) {
        let facet = this.#facets.get(schema);
        if (facet === undefined)
            this.#facets.set(schema, facet = Object.fromEntries(listMembers(schema).map(({ name, value }) => [name, value])));
        return facet;
    }
    #parts({ $ref, $dynamicRef, allOf }) {
        const referred = [$ref, $dynamicRef].flatMap(reference => {
            const pointer = typeof reference === 'string' ? this.resolve(reference) : undefined;
            return pointer === undefined ? [] : [getByPointer(this.#document, pointer)];
        });
        return Array.isArray(allOf) ? [...referred, ...allOf] : referred;
    }
    #choices(schema) {
        const { oneOf, anyOf, if: condition, then = true, else: otherwise = true } = schema;
        return [
            ...isChoice(oneOf) ? [{ source: oneOf, branches: () => discriminatedBranches(oneOf, schema, this) }] : [],
            ...isChoice(anyOf) ? [{ source: anyOf, branches: () => discriminatedBranches(anyOf, schema, this) }] : [],
            ...isObject(condition) ? [{ source: condition, branches: () => [[condition, then], [otherwise]] }] : []
        ];
    }
}
export const NOTHING = new Set();
function isChoice(branches) {
    return Array.isArray(branches) && branches.length > 0;
}
