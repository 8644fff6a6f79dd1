/** One part of a multipart body. */
export interface BodyPart {
    /** Names in lower case. */
    readonly headers: Readonly<Record<string, string>>;
    readonly bytes: Buffer;
}
/** The parts of a body, or why it cannot be taken apart, to be read after "but". */
export type PartsReading = {
    readonly kind: 'parts';
    readonly parts: readonly BodyPart[];
} | {
    readonly kind: 'malformed';
    readonly reason: string;
};
/** Takes a multipart body apart (RFC 2046, section 5.1.1). What stands before the first part and after the last is passed over. */
export declare function splitMultipart(bytes: Buffer, boundary: string): PartsReading;
