import type { BodyParameter } from './upgrade-body.ts';
import type { Move } from './upgrade-schema.ts';
type Members = Record<string, unknown>;
/** What the operations of a Swagger 2.0 document refer to. */
export interface SwaggerSource {
    readonly document: {
        readonly parameters: unknown;
        readonly responses: unknown;
    };
    readonly consumes: unknown;
    readonly produces: unknown;
    readonly move: Move;
}
interface OperationPlace {
    readonly pointer: string;
    /** What the path item says of bodies. */
    readonly shared: readonly BodyParameter[];
    readonly source: SwaggerSource;
}
/** Gives an operation of Swagger 2.0 the form of OpenAPI 3, in place. */
export declare function upgradeOperation(operation: Members, { pointer, shared, source }: OperationPlace): void;
/** Parts a list of parameters into those that OpenAPI 3 has as such, and those that make a body. */
export declare function upgradeParameterList(list: unknown, at: string, source: SwaggerSource): {
    parameters: unknown[];
    bodies: BodyParameter[];
};
export {};
