export { type History, openHistory } from './history.ts';
export { type Analysis, noFacts } from './programs.ts';
export { type BuildRecord, summaryOf, unsaid } from './record.ts';
