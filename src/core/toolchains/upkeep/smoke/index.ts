export { smokeTest } from './smoke.ts';
export { isSmokeFolder } from './smoke-folder.ts';
