import type { Part } from '../scenarios/when.ts';
import type { Exchange } from '../worlds/exchange.ts';
/** What a member of a request must be. */
export interface MemberFilter {
    readonly part: Part;
    /** JSON pointer within the part. */
    readonly pointer: string;
    /** The value: a text as it is, any other as JSON. */
    readonly text: string;
}
/** The form of a member's name, as a regular expression: a part, a dot, and a JSON pointer, such as `body./EntityType`. */
export declare const MEMBER_NAME: string;
/** Reads `body./EntityType=Payment`; `undefined` where the name is none of a member. */
export declare function toMemberFilter(name: string, text: string): MemberFilter | undefined;
/** Tells whether the request of an exchange has a member with that value. */
export declare function hasMember(exchange: Exchange, { part, pointer, text }: MemberFilter): boolean;
