import type { Declaration } from '../simulation/declaration.ts';
import type { StubReply } from './stub.ts';
import type { Stubbed } from './stubbed.ts';
export declare const REPLY_WORDS: string[];
/** Reads a stub's reply; without a status it is the operation's best success. Whether it keeps to the contract is not looked at here. */
export declare function parseReply(declaration: Declaration, { operation, vocabulary }: Pick<Stubbed, 'operation' | 'vocabulary'>): StubReply;
