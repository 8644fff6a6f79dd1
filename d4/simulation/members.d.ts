import type { Declaration } from './declaration.ts';
import type { Vocabulary } from './expression.ts';
import type { ResourceType } from './resource-type.ts';
import type { Scope } from './scope.ts';
/** Gives the members of a resource; `undefined` where the request has none. */
export type MakeMembers = (scope: Scope) => Record<string, unknown> | undefined;
/** Reads `members` or `hidden`: each member by its name, or one expression for all of them. The id and the status are never among them. */
export declare function compileMembers(declaration: Declaration, type: ResourceType, vocabulary: Vocabulary): MakeMembers;
/** What a client sends may hold the id and the status too: those are the type's to give. */
export declare function withoutOwn(members: Readonly<Record<string, unknown>>, { idMember, statusMember }: ResourceType): Record<string, unknown>;
