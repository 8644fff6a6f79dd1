import type { Operation } from '../contract/contract.ts';
import type { Member, Members } from './schema-members.ts';
import type { StatusesByKind } from './status-words.ts';
import type { Collection } from './find-collections.ts';
/** What is known of things of one kind before their members are looked at one by one. */
export interface Thing {
    /** What they are called: `Pet`. */
    readonly name: string;
    readonly collection: Collection;
    /** The operation by which they are usually created. */
    readonly create: Operation;
    readonly members: Members;
    /** The member by which clients tell one from the others. */
    readonly id: Member | undefined;
    /** Whether the client chooses the id, or may. */
    readonly idIsGiven: boolean;
    /** Where they are jobs: the member that says how far one is. */
    readonly job: {
        readonly member: Member;
        readonly statuses: StatusesByKind;
    } | undefined;
    /** For each parameter of the paths above the collection, as it is called where things are created: the member that holds it, or the name under which it is hidden. */
    readonly parents: readonly Parent[];
}
export interface Parent {
    /** As the creating operation's path has it. */
    readonly parameter: string;
    readonly member: string;
    readonly isHidden: boolean;
}
/** Looks at what a collection's things are made of. */
export declare function toThing(collection: Collection, create: Operation, name: string): Thing;
