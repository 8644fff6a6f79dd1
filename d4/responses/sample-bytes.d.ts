/** A file of a media type, for where a contract says no more of it; `undefined` for types that any bytes may be. */
export declare function sampleBytes(mediaType: string): Buffer | undefined;
