export { advisedInstall } from './advised-install.ts';
export { goSwitch } from './go-switch.ts';
export type { Started } from './outcome.ts';
