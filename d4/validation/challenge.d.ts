import type { SecurityScheme } from '../contract/contract.ts';
/** What is wrong with a token (RFC 6750, section 3.1). */
export interface TokenError {
    readonly error: 'invalid_token' | 'insufficient_scope';
    readonly description: string;
    /** The scopes that are needed. */
    readonly scope?: readonly string[];
}
/** What `WWW-Authenticate` says of the schemes that HTTP knows (RFC 9110, section 11.6.1); keys of other kinds have no challenge. */
export declare function toChallenges(schemes: readonly SecurityScheme[], error?: TokenError): string | undefined;
