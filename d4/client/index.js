export { standin } from "./standin.js";
export { StandinClientError } from "./client-error.js";
