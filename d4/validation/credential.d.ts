import type { SecurityScheme } from '../contract/contract.ts';
type Values = Readonly<Record<string, unknown>>;
/** Where a request carries the credential of a security scheme, and in which form. */
export interface Credential {
    readonly scheme: SecurityScheme;
    /** To be read after "needs": `the header x-api-key`. */
    readonly expected: string;
    /** Whether it is a token as RFC 6750 has it, which may say something of itself. */
    readonly isToken: boolean;
    /** Whether it goes into the header Authorization, of which a request has one (RFC 9110, section 11.6.2). */
    readonly isAuthorization: boolean;
    /** Whether a request carries anything in its place. */
    readonly isGiven: (headers: Values) => boolean;
    /** Reads it, without `Bearer` and the like; `undefined` where it is not there or has another form. */
    readonly read: (headers: Values, query: Values, cookies: Values) => string | undefined;
}
/** Makes the reader of a security scheme's credential (OpenAPI 3.1, Security Scheme Object). */
export declare function createCredential(scheme: SecurityScheme): Credential;
/** The name of an HTTP authentication scheme as it is usually written: `Bearer`. */
export declare function toTitle(scheme: string): string;
export {};
