/**
 * Reads an ISO 8601 duration of weeks, days, hours, minutes and seconds (`P7D`, `PT2.5S`) into milliseconds;
 * `undefined` where the text is none. Months and years have no fixed length and are refused.
 */
export declare function parseDuration(text: string): number | undefined;
/** Milliseconds as an ISO 8601 duration: `PT5S`, `P7D`. */
export declare function formatDuration(milliseconds: number): string;
