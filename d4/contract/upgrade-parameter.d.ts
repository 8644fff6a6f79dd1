import type { Move } from './upgrade-schema.ts';
type Members = Record<string, unknown>;
export interface UpgradeOf {
    /** JSON pointer that the part has now. */
    readonly to: string;
    /** JSON pointer that it had. */
    readonly from: string;
    readonly move: Move;
}
/** Gives a parameter of Swagger 2.0 the form of OpenAPI 3; not one in the body or in a form. */
export declare function upgradeParameter(parameter: Members, { to, from, move }: UpgradeOf): Members;
/** Gives a header of Swagger 2.0 the form of OpenAPI 3. */
export declare function upgradeHeader(header: Members, { to, from, move }: UpgradeOf): Members;
/** What a parameter or header of Swagger 2.0 says of its value. */
export declare function schemaOf(part: Members): Members;
/** How a list is written in a query or a form. */
export declare function listStyle({ type, in: place, collectionFormat }: Members): Members;
export {};
