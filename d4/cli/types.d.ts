import type { Contract } from '../contract/contract.ts';
import type { ResourceType } from '../simulation/resource-type.ts';
/** What `standin types` writes of. */
export interface TypesContent {
    readonly contracts: readonly Contract[];
    readonly types: Iterable<Pick<ResourceType, 'id' | 'lifecycles' | 'statuses'>>;
    /** What the one type that has all the others in it is called. */
    readonly name?: string;
}
/** Writes contracts as TypeScript, for the client to be typed by. */
export declare function typesText({ contracts, types, name }: TypesContent): string;
