export { maskSecrets } from './mask.ts';
export { maskImageStep } from './steps.ts';
