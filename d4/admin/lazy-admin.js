import { passOn } from "../apis/pass-on.js";
import { refuseOtherOrigins } from "./guard.js";
import { healthRoutes } from "./health.js";
import { replyWithProblems } from "./reply-with-problems.js";
/**
 * The admin API, built when it is first asked for more than whether the server answers: it is half of the code, and neither a start
 * nor a server at rest should wait and pay for it.
 */
export const lazyAdmin = async (app, { build, contracts, version }) => {
    let admin;
    const pass = async (request, reply) => {
        admin ??= build();
        passOn(request, reply, await admin);
    };
    app.addHook('onClose', async () => { await (await admin)?.close(); });
    replyWithProblems(app);
    app.register(async (answering) => {
        answering.addHook('onRequest', refuseOtherOrigins);
        answering.register(healthRoutes, { contracts, version });
    });
    for (const url of ['/', '/*'])
        app.all(url, { onRequest: pass }, async () => { });
};
