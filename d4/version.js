import { readFileSync } from 'node:fs';
/** The version of this package, from its package.json, which stands one folder up from `src/` and from `dist/` alike. */
export function readVersion() {
    // A cast: npm does not publish a package without a version.
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    return version;
}
