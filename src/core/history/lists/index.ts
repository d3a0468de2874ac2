export type { Lists } from './lists.ts';
