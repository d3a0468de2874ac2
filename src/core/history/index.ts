export { type History, openHistory } from './history.ts';
export type { ImageRecord } from './kept-images.ts';
export type { KeptLayer, ReadImage } from './rows/index.ts';
export { type Analysis, type BuildRecord, noFacts, summaryOf, unsaid } from './rows/index.ts';
export { type InspectedProgram, inspectedProgram } from './inspected-program.ts';
