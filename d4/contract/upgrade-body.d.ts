import type { Move } from './upgrade-schema.ts';
type Members = Record<string, unknown>;
/** A parameter of Swagger 2.0 that is the body, or a part of a form. */
export interface BodyParameter {
    readonly value: Members;
    readonly pointer: string;
}
interface BodyPlace {
    readonly consumes: readonly string[];
    readonly to: string;
    readonly move: Move;
}
/** Makes a request body of OpenAPI 3 of an operation's parameters of Swagger 2.0; later ones replace earlier ones of the same name. */
export declare function upgradeBody(parameters: readonly BodyParameter[], place: BodyPlace): Members | undefined;
export {};
