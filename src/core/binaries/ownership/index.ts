export { enterDivided, Sums } from './entries.ts';
export { joinPackages, Ledger, settle } from './ledger.ts';
