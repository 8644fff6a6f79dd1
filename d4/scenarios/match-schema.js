import { addFormats } from "../validation/formats.js";
import { loadAjv } from "../validation/load-ajv.js";
import { patternEngine } from "../validation/patterns.js";
let compiler;
/** Compiles a JSON Schema (2020-12) that a test gives, once; refuses a wrong one. */
export function compileSchema(declaration) {
    const { value } = declaration;
    if (typeof value !== 'boolean' && (typeof value !== 'object' || value === null || Array.isArray(value)))
        return declaration.refuse('must be a JSON Schema');
    compiler ??= createCompiler();
    try {
        return compiler.compile(value);
    }
    catch (error) {
        return declaration.refuse(`is no JSON Schema: ${error instanceof Error ? error.message : String(error)}`);
    }
    finally {
        // The compiler would keep each for ever.
        compiler.removeSchema(value);
    }
}
function createCompiler() {
    const { Ajv2020, formats } = loadAjv();
    const ajv = new Ajv2020({ strictSchema: true, strictTypes: false, strictTuples: false, strictRequired: false, logger: false, code: { regExp: patternEngine } });
    addFormats(ajv, formats);
    return ajv;
}
