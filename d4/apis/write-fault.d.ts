import type { FastifyReply } from 'fastify';
import type { Fault } from '../validation/fault.ts';
import type { ApiResponse } from '../validation/message.ts';
import type { World } from '../worlds/world.ts';
/** Whether a request came over a connection with which something can go wrong: an injected one did not. */
export declare function hasConnection({ request }: FastifyReply): boolean;
/** Answers in a way that goes wrong. */
export declare function writeFault(fault: Fault, reply: FastifyReply, response: ApiResponse, world: World): FastifyReply;
