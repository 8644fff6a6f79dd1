/** The version of this package, from its package.json, which stands one folder up from `src/` and from `dist/` alike. */
export declare function readVersion(): string;
