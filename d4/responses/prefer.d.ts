/** What a client asks for in `Prefer`: a status, an example, or a generated body. */
export interface Preferences {
    readonly code: string | undefined;
    readonly example: string | undefined;
    readonly dynamic: boolean;
}
/** Reads `Prefer` (RFC 7240 section 2), given once or more often: the first of a name counts, and unknown ones are passed over. */
export declare function parsePrefer(header: unknown): Preferences;
/** Writes a preference as `Preference-Applied` names it (RFC 7240 section 3). */
export declare function writePreference(name: string, value: string): string;
