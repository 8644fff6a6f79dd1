/** Reads a `Cookie` header (RFC 6265, section 4.2); of two of a name, the first counts. */
export declare function parseCookies(header: string | undefined): Readonly<Record<string, string>>;
