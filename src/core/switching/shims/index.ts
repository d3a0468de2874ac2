export { linkFolder, listLinks, refreshLinks, unlinkFolder } from './links.ts';
export { oddShims, refreshShims, renewShims } from './shims.ts';
