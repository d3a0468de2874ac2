export { freshEnvironment } from './fresh.ts';
export { startArguments, type StartMode } from './modes.ts';
