export { wholeBlocks } from './blocks.ts';
export { profileFiles, snippetsIn } from './files.ts';
export { pathEntries } from './path-entries.ts';
