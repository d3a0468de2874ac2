export { allChecks } from './all.ts';
export type { Check, Fix, Found, Scene } from './check.ts';
