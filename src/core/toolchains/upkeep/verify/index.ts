export { verifyToolchains } from './verify.ts';
