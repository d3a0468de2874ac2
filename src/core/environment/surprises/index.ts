export type { Facts, ReadFile } from './facts.ts';
export { surprisesOf } from './surprises.ts';
