export { localSystem } from './local.ts';
