export { goFor, whichTool } from './go-for.ts';
export { resolveGo } from './resolve.ts';
export { refreshShims } from './shims.ts';
export { unuseGo } from './unuse.ts';
export { useGo } from './use.ts';
