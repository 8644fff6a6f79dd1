import { addFormats } from "./formats.js";
import { loadAjv } from "./load-ajv.js";
import { multipleOf } from "./multiple-of.js";
import { namedBranches } from "./named-branches.js";
import { patternEngine } from "./patterns.js";
import { plainVariant, SchemaCopies } from "./schema-copies.js";
import { uniqueItems } from "./unique-items.js";
/** Compiles the schemas of one document, each when it is first asked for. What cannot be used in them is left out, and listed. */
export class SchemaCompiler {
    #ajv = createAjv();
    #copies;
    #compiled = new Map();
    #problems = new Map();
    #tell;
    constructor(document, tell = () => { }) {
        this.#copies = new SchemaCopies(document, (pointer, message) => this.#note(pointer, message));
        this.#tell = tell;
    }
    /** What has been left out so far. */
    get problems() {
        return [...this.#problems.values()];
    }
    compile(pointer, direction) {
        return this.compileVariant(pointer, plainVariant(direction));
    }
    compileVariant(pointer, variant) {
        const key = this.#copies.keyOf(pointer, variant);
        const known = this.#compiled.get(key);
        if (known !== undefined)
            return known;
        for (const { key, schema } of this.#copies.makeCopies())
            this.#ajv.addSchema(schema, key);
        const validate = this.#compileKey(key, pointer);
        this.#compiled.set(key, validate);
        return validate;
    }
    originOf(schema) {
        return this.#copies.originOf(schema);
    }
    #compileKey(key, pointer) {
        try {
            const validate = this.#ajv.getSchema(key);
            if (validate !== undefined)
                return validate;
        }
        catch (error) {
            this.#note(pointer, `cannot be compiled, so that all values fit: ${error instanceof Error ? error.message : String(error)}`);
        }
        return this.#ajv.compile(true);
    }
    /** Several copies of a schema have the same to say. */
    #note(pointer, message) {
        const key = `${pointer} ${message}`;
        if (this.#problems.has(key))
            return;
        this.#problems.set(key, { pointer, message });
        this.#tell({ pointer, message });
    }
}
function createAjv() {
    const { Ajv2020, formats } = loadAjv();
    // Ajv would coerce "1" to 1 and fill in defaults; a contract test must see the difference.
    const ajv = new Ajv2020({
        strict: false,
        allErrors: true,
        verbose: true,
        validateSchema: false,
        meta: false,
        logger: false,
        // Tidying the code takes as long as writing it, and makes it no quicker; what is short is written again where it is referred to.
        code: { regExp: patternEngine, optimize: false },
        inlineRefs: 40,
        // The keys of the copies are no URIs: there is nothing to resolve.
        uriResolver: { parse: uri => ({ path: uri, fragment: undefined }), resolve: (_base, path) => path, serialize: ({ path = '' }) => path }
    });
    addFormats(ajv, formats);
    for (const keyword of [multipleOf, uniqueItems])
        ajv.removeKeyword(String(keyword.keyword)).addKeyword(keyword);
    return ajv.addKeyword(namedBranches);
}
