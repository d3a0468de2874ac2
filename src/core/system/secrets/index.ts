export { maskSecrets } from './mask.ts';
export { maskImageStep } from './steps.ts';
export { maskedValue } from './masked-value.ts';
