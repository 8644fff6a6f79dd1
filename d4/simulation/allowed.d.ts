import type { Resource } from '../worlds/resource.ts';
import type { Declaration } from './declaration.ts';
import type { OperationLanguage } from './language.ts';
import type { MakeReply } from './reply.ts';
import type { ResourceType } from './resource-type.ts';
/** In which statuses a resource can be changed or deleted, and the reply in the others. */
export interface Allowed {
    readonly isAllowed: (resource: Resource, now: number) => boolean;
    readonly refuse: MakeReply | undefined;
}
/** Reads `while` and `else` of a change or a deletion: one goes with the other. */
export declare function compileAllowed(declared: Partial<Record<string, Declaration>>, type: ResourceType, language: OperationLanguage): Allowed;
