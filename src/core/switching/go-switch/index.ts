export { goSwitch } from './go-switch.ts';
export type { GoSwitch, Started } from './outcome.ts';
