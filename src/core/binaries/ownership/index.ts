export { type Entry, enterWithin } from './enter-within.ts';
export { enterDivided, Sums } from './entries.ts';
export { type Basis, joinPackages, Ledger, settle } from './ledger.ts';
