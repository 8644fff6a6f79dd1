import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
/** Refuses what pages of another origin send, their preflights as well: a page that a developer visits must not steer the stand-in. */
export declare function refuseOtherOrigins({ headers: { host, origin } }: FastifyRequest): Promise<void>;
/** Makes the hook that asks for a token (RFC 6750 section 2.1). Comparing takes as long for a nearly right one as for any other. */
export declare function requireToken(token: string): onRequestAsyncHookHandler;
