import { createRequire } from 'node:module';
let library;
/** Loads what reads and writes XML, when it is first needed: most APIs have none. */
export function loadXml() {
    library ??= createRequire(import.meta.url)('fast-xml-parser'); // require knows no types
    return library;
}
