import type { Course, Resource } from '../worlds/resource.ts';
import type { Settings } from '../worlds/settings.ts';
import type { ResourceType } from './resource-type.ts';
import type { Subject } from './scope.ts';
/** Where a resource is on its way at an instant. */
export interface Position {
    /** `undefined` for a type without lifecycles. */
    readonly status: string | undefined;
    readonly stage: number;
    /** When it came to this status, in milliseconds since 1970. */
    readonly since: number;
    /** When the clock will take it on; `undefined` where the clock alone will not. */
    readonly until: number | undefined;
}
/** The way that a resource created at an instant takes, as the world's settings have it. */
export declare function startCourse(type: ResourceType, settings: Settings, now: number, lifecycle?: string): Course;
/** Follows a resource's way to an instant. Nothing is stored: the same is found at every look. */
export declare function positionOf(resource: Resource, type: ResourceType, now: number): Position;
/**
 * How much of its status's time has gone by, from 0 to 100 with at most two decimals; by polls, how many of its reads.
 * A status without an end is at 0 while the job runs, and at 100 once it has ended.
 */
export declare function progressOf({ resource: { course }, type, position }: Subject, now: number): number;
/** Counts a read of a resource that progresses by polls; tells whether that took it to its next status. */
export declare function countRead(resource: Resource, type: ResourceType, now: number): boolean;
/** The way of a resource that is put into a status at an instant, and goes on from there; `undefined` where its type has no such status. */
export declare function courseFrom(resource: Resource, type: ResourceType, status: string, now: number): Course | undefined;
/** When the clock will bring a resource into one of some statuses; `undefined` where it will not. */
export declare function whenIn(statuses: ReadonlySet<string>, resource: Resource, type: ResourceType, now: number): number | undefined;
/** When the clock will have brought a resource out of some statuses; `undefined` where it will not. */
export declare function whenOutOf(statuses: ReadonlySet<string>, resource: Resource, type: ResourceType, now: number): number | undefined;
/** Whether a resource may ever come to one of some statuses, by whatever moves it along its way. */
export declare function mayComeTo(statuses: ReadonlySet<string>, resource: Resource, { stage }: Position): boolean;
