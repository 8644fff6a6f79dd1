import type { Scope, Subject } from './scope.ts';
/**
 * A resource as clients see it: its id and status, the members it was created with, then those that its type
 * declares for every status and for the present one.
 */
export declare function shownMembers(subject: Subject, scope: Scope): Readonly<Record<string, unknown>>;
/**
 * The scope in which the declared members of a resource, its files among them, are made: they may speak of its id, its
 * status and the members it was created with, not of each other.
 */
export declare function withoutDeclared(subject: Subject, scope: Scope): Scope;
