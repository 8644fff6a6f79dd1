import type { Member } from './schema-members.ts';
/** What a server fills a member with, as its name and its form tell. */
export type Role = 'created' | 'updated' | 'started' | 'ended' | 'expires' | 'progress' | 'self' | 'error';
/** The name of a member or a parameter as it is compared: `created_at` and `createdAt` are one. */
export declare function plainName(name: string): string;
/** What a server fills a member with; `undefined` where its name or its type says nothing of it. */
export declare function roleOf({ name, schema }: Pick<Member, 'name' | 'schema'>): Role | undefined;
/** An instant in the form that a member has: `$created` as text, `$created.date`, or a number. */
export declare function instantFor(expression: string, { name, schema }: Pick<Member, 'name' | 'schema'>): string;
