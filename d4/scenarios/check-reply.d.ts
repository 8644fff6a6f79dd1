import type { Declaration } from '../simulation/declaration.ts';
import type { Mistakes } from './mistakes.ts';
import type { StubReply } from './stub.ts';
import type { Stubbed } from './stubbed.ts';
/**
 * Refuses a reply that breaks the contract. What its expressions will give is known only when it answers: of them, only those
 * that give a value of the wrong type to a sample request are refused here.
 */
export declare function checkReply(declaration: Declaration, reply: StubReply, stubbed: Stubbed, mistakes: Mistakes): void;
