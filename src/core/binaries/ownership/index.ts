export { joinPackages, Ledger, settle } from './ledger.ts';
