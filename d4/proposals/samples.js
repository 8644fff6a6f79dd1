import { generatorOf } from "../responses/generate-value.js";
import { schemaValidator } from "../validation/schemas.js";
import { World } from "../worlds/world.js";
import { itemsOf, isNullable, keywordOf, typeOf } from "./schema-types.js";
import { successOf } from "./success-body.js";
/** What there is at first of what is counted, or said to be so. */
const NOTHING = { integer: 0, number: 0, boolean: false };
/** Gives values that fit schemas, the same ones at every run. */
export class Samples {
    #world = new World('samples', { seed: 1, startsAt: 0, indexes: [], maxResources: 0, maxExchanges: 0 });
    /** A value for what a server fills: what stands in an example, else the default, else nothing of it where that will do, else a generated one. */
    of(schema, example) {
        if (example !== undefined && example !== null && fitsSchema(schema, example))
            return example;
        const plain = [keywordOf(schema, 'example'), keywordOf(schema, 'default'), itemsOf(schema) && [], isNullable(schema) ? null : undefined, NOTHING[typeOf(schema) ?? '']];
        const found = plain.find(value => value !== undefined && fitsSchema(schema, value));
        return found === undefined ? this.any(schema, 'examples') : found;
    }
    /** A value such as clients might send. */
    any(schema, from, direction = 'response') {
        try {
            return generatorOf(schema, direction)(this.#world, from).value;
        }
        catch {
            // No value can be made of a schema that cannot be used: what needs one is tried without, and left out.
            return null;
        }
    }
    close() {
        this.#world.close();
    }
}
/** The first example of what an operation answers when all is well. */
export function exampleOf(operation) {
    const success = operation && successOf(operation);
    return success?.response.content.flatMap(({ examples }) => examples).find(({ value }) => value !== undefined)?.value;
}
function fitsSchema(schema, value) {
    try {
        return schemaValidator(schema)(value) === undefined;
    }
    catch {
        // A schema that cannot be compiled: what is made of it is tried as part of a reply.
        return true;
    }
}
