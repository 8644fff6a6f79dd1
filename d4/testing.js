import { standin } from "./client/index.js";
import { createStandin } from "./server.js";
export async function startStandin(first = {}, second) {
    const onEnd = endOf(first);
    // What is no test is options; an option that there is not is refused by name.
    const options = onEnd === undefined ? first : second ?? {};
    const app = await createStandin(options);
    const close = async () => { await app.close(); };
    try {
        const server = standin(await app.listen({ host: '127.0.0.1', port: 0 }), { token: options.adminToken });
        const world = await server.world();
        onEnd?.(close);
        return { url: world.url, world, server, close, [Symbol.asyncDispose]: close };
    }
    catch (error) {
        await close();
        throw error;
    }
}
function endOf(test) {
    if ('teardown' in test)
        return close => test.teardown(close);
    if ('after' in test)
        return close => test.after(close);
    return 'onTestFinished' in test ? close => test.onTestFinished(close) : undefined;
}
