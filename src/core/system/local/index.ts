export { localSystem } from './local.ts';
export { streamBytes } from './processes.ts';
export { killProcesses } from './running.ts';
