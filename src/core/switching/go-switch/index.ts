export { goSwitch } from './go-switch.ts';
export type { Started } from './outcome.ts';
