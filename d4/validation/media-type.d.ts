import type { MediaType } from '../contract/contract.ts';
/** The media type of a `Content-Type` header, without its parameters, in lower case. */
export declare function mediaTypeOf(contentType: string): string;
/** The parameters that follow the value of a header, by their names in lower case: `charset`, `boundary`, `filename` (RFC 9110, section 5.6.6). */
export declare function parametersOf(header: string): Readonly<Record<string, string>>;
/** The `charset` of a `Content-Type` header, in lower case. */
export declare function charsetOf(contentType: string): string | undefined;
/** The charset in which a text is read; `undefined` for one that is not known here. UTF-8 where none is named. */
export declare function knownCharset(charset: string | undefined): 'utf8' | 'latin1' | undefined;
/** Whether a body of a content type can be read as the text that it is; bytes always can, and JSON has but one charset (RFC 8259, section 8.1). */
export declare function canDecode(contentType: string): boolean;
/** Whether bodies of a media type are JSON: `application/json`, `application/problem+json`. */
export declare function isJson(mediaType: string): boolean;
/** Whether bodies of a media type are XML: `application/xml`, `image/svg+xml` (RFC 7303, sections 4.2 and 9). */
export declare function isXml(mediaType: string): boolean;
/** Whether a text looks like XML, rather than like a value that is still to be written as XML. */
export declare function isXmlText(text: string): boolean;
/** Whether bodies of a media type are JSON values one after the other: a line each, or as RFC 7464 has them (OpenAPI 3.2, "Sequential Media Types"). */
export declare function isSequence(mediaType: string): boolean;
/** Whether each value of a sequence begins with a record separator (RFC 7464, section 2.2; RFC 8091). */
export declare function isJsonSequence(mediaType: string): boolean;
export declare const FORM = "application/x-www-form-urlencoded";
/** Whether a media type is, or is in the range of, another: `image/png` of `image/*`. */
export declare function takesMediaType(range: string, mediaType: string): boolean;
/** The media type of a contract as a header names it, with its parameters: `application/json;version=1`. */
export declare function writtenMediaType({ name, parameters }: Pick<MediaType, 'name' | 'parameters'>): string;
/** What a contract declares for a `Content-Type`: the entry of that name whose parameters are the same, else the narrowest range around it. */
export declare function findMediaType(content: readonly MediaType[], contentType: string): MediaType | undefined;
/** The parameters that tell media types of one name apart, in lower case: all but `charset`, which says nothing of what a body means. */
export declare function toParameters(contentType: string): Readonly<Record<string, string>>;
