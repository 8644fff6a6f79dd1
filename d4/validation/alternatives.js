import { compilerOf, run } from "./schemas.js";
const validators = new WeakMap();
/** The validators of the schemas within a keyword that failed; none where its place cannot be found. */
export function innerValidators({ document }, { keyword, schema, parentSchema }) {
    const origin = parentSchema && compilerOf(document).originOf(parentSchema);
    if (parentSchema === undefined || origin === undefined)
        return [];
    const keys = Array.isArray(schema) ? [...schema.keys()].map(index => `${keyword}/${index}`) : [keyword];
    const known = validators.get(parentSchema) ?? new Map();
    validators.set(parentSchema, known);
    return keys.map(key => {
        let validate = known.get(key);
        if (validate === undefined) {
            const compiled = compilerOf(document).compileVariant(`${origin.pointer}/${key}`, origin.variant);
            validate = value => run(compiled, value);
            known.set(key, validate);
        }
        return validate;
    });
}
