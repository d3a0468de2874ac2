export { localSystem } from './local.ts';
export { killProcesses } from './running.ts';
