/** What a part of an OpenAPI document is. */
export type PartKind = 'document' | 'components' | 'pathItem' | 'operation' | 'callback' | 'parameter' | 'requestBody' | 'response' | 'header' | 'mediaType' | 'encoding' | 'example' | 'link' | 'securityScheme' | 'schema';
/** How a member holds parts: it is one, or it has one under each name, or in each element. */
export interface Holding {
    readonly as: 'one' | 'named' | 'list';
    readonly kind: PartKind;
}
/** The members of a kind of part that hold other parts; all its other members are data. */
export declare function heldParts(kind: PartKind): ReadonlyMap<string, Holding>;
