/** Applies a JSON merge patch (RFC 7396): members that are null go, objects are merged, all else takes the place of what was. */
export declare function mergePatch(target: unknown, patch: unknown): unknown;
/** The same with two objects, which give an object. */
export declare function mergeMembers(target: Readonly<Record<string, unknown>>, patch: Readonly<Record<string, unknown>>): Record<string, unknown>;
/** Takes back what a merge patch changed of a value that was there before, but for what has been changed since. */
export declare function undoPatch(current: unknown, patch: unknown, before: unknown): unknown;
