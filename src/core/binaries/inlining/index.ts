export { enterInlined } from './inlined.ts';
