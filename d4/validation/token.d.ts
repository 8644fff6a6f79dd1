/** What a JSON Web Token says of itself (RFC 7519). Its signature is nobody's here to verify. */
export interface Token {
    /** Undefined where it says nothing of scopes. */
    readonly scopes: ReadonlySet<string> | undefined;
    /** From when on it holds, in milliseconds since 1970. */
    readonly from: number;
    /** Until when it holds, in milliseconds since 1970. */
    readonly until: number;
}
/** Reads a token; `undefined` for one that is opaque. */
export declare function readToken(text: string): Token | undefined;
