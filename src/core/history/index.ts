export { compareBuilds } from './compare.ts';
export { type History, openHistory } from './history.ts';
export type { BuildRecord } from './record.ts';
