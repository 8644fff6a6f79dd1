/** Why a JSON text cannot be relied on; `precision` is a number that reading changes (RFC 8259, section 6). */
export interface JsonFlaw {
    readonly kind: 'syntax' | 'duplicate' | 'prototype' | 'depth' | 'precision';
    readonly offset: number;
    /** JSON pointer of the value in which, or at which, it stands. */
    readonly pointer: string;
    /** For `syntax`: what was expected and what came. For `precision`: the number as written. */
    readonly detail: string;
}
/** Told of each member and element before its value; `false` ends the scan. */
export type Visit = (depth: number, name: string, offset: number) => boolean;
/** One reading of a JSON text, token by token and without recursion. A syntax error ends it. */
export declare class JsonScan {
    #private;
    constructor(text: string, maxDepth: number, visit: Visit);
    run(): JsonFlaw[];
}
