export { type Basis, joinPackages, Ledger, settle } from './ledger.ts';
