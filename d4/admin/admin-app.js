import { createBaseApp } from "../apis/base-app.js";
import { adminRoutes } from "./admin-routes.js";
/** Builds the admin API as an app of its own, to which requests are passed on. */
export async function createAdminApp(prefix, options, limits) {
    const app = createBaseApp(limits);
    app.register(adminRoutes, { prefix, ...options });
    await app.ready();
    return app;
}
