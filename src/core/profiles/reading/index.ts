export { type Assignment, assignmentsIn, assignmentsOf } from './assignments.ts';
export { type LineStarts, lineStarts } from './line-starts.ts';
export { commandsOf, type PlacedCommand, readTree } from './read-commands.ts';
export type { Block, Command, Span, Statement, Syntax, Tree } from './tree.ts';
