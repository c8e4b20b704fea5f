/** Of the pages, as the build names them. */
export { version } from "../../package.json";
