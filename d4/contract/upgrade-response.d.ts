import type { UpgradeOf } from './upgrade-parameter.ts';
type Members = Record<string, unknown>;
/** Gives a response of Swagger 2.0 the form of OpenAPI 3. */
export declare function upgradeResponse(response: Members, { produces, ...place }: UpgradeOf & {
    readonly produces: unknown;
}): Members;
/** The media types that `consumes` or `produces` lists. */
export declare function listMediaTypes(...lists: unknown[]): string[];
export {};
