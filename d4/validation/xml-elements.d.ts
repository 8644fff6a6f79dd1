/** An element of an XML text, with its namespace where it has one. */
export interface XmlElement {
    /** Without its prefix. */
    readonly name: string;
    readonly namespace: string | undefined;
    /** By their names without prefixes; declarations of namespaces are not among them. */
    readonly attributes: ReadonlyMap<string, string>;
    readonly children: readonly XmlElement[];
    /** All text that stands directly in it. */
    readonly text: string;
}
/** The root of an XML text, or why there is none: to be read after "but". */
export type XmlReading = {
    readonly kind: 'element';
    readonly root: XmlElement;
} | {
    readonly kind: 'malformed';
    readonly reason: string;
};
export declare const XSI = "http://www.w3.org/2001/XMLSchema-instance";
/**
 * Reads an XML text as its elements. Document types are refused, and with them all entities but those of XML itself:
 * they could name files, or grow without end.
 */
export declare function readElements(text: string): XmlReading;
