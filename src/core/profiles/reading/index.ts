export { type Assignment, assignmentsIn } from './assignments.ts';
export type { Syntax } from './tree.ts';
