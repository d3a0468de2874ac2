export { type History, openHistory } from './history.ts';
export { noFacts } from './programs.ts';
export { type BuildRecord, summaryOf } from './record.ts';
