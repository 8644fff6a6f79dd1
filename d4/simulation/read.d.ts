import type { Resource } from '../worlds/resource.ts';
import type { ResourceType } from './resource-type.ts';
import type { Scope, Subject } from './scope.ts';
/** A resource as a request finds it. The read counts for one that progresses by polls. */
export declare function read(resource: Resource, type: ResourceType, scope: Scope): Subject;
