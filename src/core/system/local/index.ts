export { localSystem } from './local.ts';
export { streamBytes } from './stream-bytes.ts';
export { killProcesses } from './running.ts';
