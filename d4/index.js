export { createStandin } from "./server.js";
export { createReloadable } from "./reload/reloadable.js";
