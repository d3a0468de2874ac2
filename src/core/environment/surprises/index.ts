export type { ReadFile } from './facts.ts';
export { surprisesOf } from './surprises.ts';
