export { type OtherGo, otherGos } from './other-go.ts';
export { goFor, type RunnableGo, whichTool } from './go-for.ts';
export { linkFolder, listLinks, refreshLinks, unlinkFolder } from './links.ts';
export { providedGo } from './provide.ts';
export { resolveGo } from './resolve.ts';
export { refreshShims, renewShims } from './shims.ts';
export { unpinGo } from './unpin.ts';
export { unuseGo } from './unuse.ts';
export { useGo } from './use.ts';
