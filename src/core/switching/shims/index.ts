export { linkFolder, listLinks, refreshLinks, unlinkFolder } from './links.ts';
export { refreshShims, renewShims } from './shims.ts';
