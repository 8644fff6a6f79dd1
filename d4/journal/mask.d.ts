/** Masks the credentials in a value: members of such a name, at any depth. Of bytes, it tells how many. What holds neither is not copied. */
export declare function maskValue(value: unknown, depth?: number): unknown;
/** Masks a member of a value: all of it where it has the name of a credential. */
export declare function maskMember(name: string, member: unknown, depth?: number): unknown;
/** Masks the credentials among headers. The scheme stays: `Bearer ***`. */
export declare function maskHeaders(headers: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
/** Masks the credentials in the query of a URL: `?api_key=***`. */
export declare function maskUrl(url: string): string;
/** Masks what looks like a credential in text: `"AccessToken":"***"`, `token=***`, `<token>***</token>`. */
export declare function maskText(text: string): string;
