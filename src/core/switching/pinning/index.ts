export { unpinGo } from './unpin.ts';
export { unuseGo } from './unuse.ts';
export { useGo } from './use.ts';
