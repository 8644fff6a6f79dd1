import type { OpenApiDocument } from '../contract/contract.ts';
/** The way that a value goes: some members are only there in answers, some only in requests. */
export type Direction = 'request' | 'response';
/** What makes a copy of a schema differ from another of the same schema. */
export interface Variant {
    readonly direction: Direction | undefined;
    /** The places of the schemas that are being applied to the same value: to refer to one of them again would have no end. */
    readonly within: readonly string[];
    /** Members that need not be there, as a schema says that this one is part of. */
    readonly spared: readonly string[];
    /** What each `$dynamicAnchor` stands for, by name. */
    readonly anchors: ReadonlyMap<string, string>;
}
/** A schema as the validator's compiler takes it. */
export interface SchemaCopy {
    /** What the `$ref`s of other copies call it. */
    readonly key: string;
    readonly schema: boolean | object;
}
/** Where a copy, or a part of one, was made from. */
export interface Origin {
    readonly pointer: string;
    readonly variant: Variant;
}
/** Takes note of what stands in a schema and cannot be used. */
export type ReportUnusable = (pointer: string, message: string) => void;
/** The variant of a schema from which a validator starts. */
export declare function plainVariant(direction: Direction | undefined): Variant;
/**
 * The schemas of a document as their compiler takes them: keywords of JSON Schema 2020-12 only, and of those only what can be used;
 * references that lead somewhere, and have an end; the members required that a direction requires; alternatives chosen by their discriminator.
 * Each is copied when it is first needed, so that neither the size of the document nor what is wrong elsewhere in it matters.
 */
export declare class SchemaCopies {
    #private;
    constructor(document: OpenApiDocument, report: ReportUnusable);
    /** The key of the copy of the schema at a place. It is among the next that `makeCopies` answers, unless it has been made before. */
    keyOf(pointer: string, variant: Variant): string;
    /** Makes the copies that have been asked for, and those that they refer to. */
    makeCopies(): SchemaCopy[];
    /** Where a part of a copy was made from. */
    originOf(copy: object): Origin | undefined;
}
