import type { FastifyReply } from 'fastify';
import type { World } from '../worlds/world.ts';
import type { Answer } from './answer.ts';
/** Tells of the first violation of its contract by an answer of ours. */
export declare const VIOLATION_HEADER = "x-standin-violation";
/** Sends an answer when its time has come, and as what is scripted to go wrong has it; the journal keeps it. */
export declare function sendAnswer(made: Answer, world: World, reply: FastifyReply): void | Promise<FastifyReply>;
