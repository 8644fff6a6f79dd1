import type { Resource } from '../worlds/resource.ts';
import type { ResourceType } from './resource-type.ts';
/** By id: `mews.Export`. */
export type ResourceTypes = ReadonlyMap<string, ResourceType>;
/** One step of a resource on its way, as the clock takes it. */
export interface Change {
    /** In milliseconds since 1970. */
    readonly at: number;
    readonly resource: Resource;
    readonly from: string;
    readonly to: string;
}
/** Every step that resources take after one instant and up to another, in order of time. */
export declare function changesBetween(resources: readonly Resource[], types: ResourceTypes, from: number, to: number): Change[];
/** When the clock next takes a resource a step on; `undefined` where it will take none. */
export declare function nextChange(resources: readonly Resource[], types: ResourceTypes, now: number): number | undefined;
/** The first instant at which no resource is in a running status, but for those that the clock does not move. */
export declare function idleAt(resources: readonly Resource[], types: ResourceTypes, now: number): number;
/** The resources that are in a running status at an instant. */
export declare function runningAt(resources: readonly Resource[], types: ResourceTypes, instant: number): Array<{
    resource: Resource;
    type: ResourceType;
    status: string;
}>;
