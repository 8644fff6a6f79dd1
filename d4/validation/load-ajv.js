import { createRequire } from 'node:module';
let libraries;
/** Loads what compiles schemas, when the first one is: a server starts without it. */
export function loadAjv() {
    if (libraries === undefined) {
        const require = createRequire(import.meta.url);
        const { Ajv2020 } = require('ajv/dist/2020.js'); // require knows no types
        libraries = { Ajv2020, formats: require('ajv-formats').default };
    }
    return libraries;
}
