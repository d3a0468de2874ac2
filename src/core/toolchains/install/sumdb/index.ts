export { moduleHash } from './module-hash.ts';
export { trustedDatabase, voucherFor } from './voucher.ts';
