import type { Resource } from '../worlds/resource.ts';
import type { ResourceType } from './resource-type.ts';
import type { Subject } from './scope.ts';
/** A resource as it is at an instant, to be shown. */
export declare function subjectOf(resource: Resource, type: ResourceType, now: number): Subject;
