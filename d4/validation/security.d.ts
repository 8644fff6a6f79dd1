import type { Operation, SecurityScheme } from '../contract/contract.ts';
type Values = Readonly<Record<string, unknown>>;
/** What a request carries to say who sends it, by the scheme's name; or why that will not do. */
export type SecurityOutcome = {
    readonly kind: 'admitted';
    readonly credentials: Readonly<Record<string, string>>;
} | {
    readonly kind: 'unauthorized';
    readonly missing: readonly SecurityScheme[];
    /** To be read after the operation's id. */
    readonly reason: string;
    readonly wwwAuthenticate: string | undefined;
} | {
    readonly kind: 'forbidden';
    readonly credentials: Readonly<Record<string, string>>;
    readonly reason: string;
    readonly wwwAuthenticate: string | undefined;
};
/** What a world knows of tokens. */
export interface TokenFacts {
    /** Its time, in milliseconds since 1970. */
    readonly now: number;
    /** The scopes of tokens that do not tell theirs, by scheme; all of them where none are listed. */
    readonly scopes: Readonly<Record<string, readonly string[]>>;
}
type SecurityCheck = (headers: Values, query: Values, cookies: Values, facts?: TokenFacts) => SecurityOutcome;
/** Makes the check for an operation's credentials: that those of one of its alternatives are there, have the form they should, hold, and give the scopes that are needed. */
export declare function createSecurityCheck({ api, security }: Operation): SecurityCheck;
export {};
