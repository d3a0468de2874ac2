export { readRunFacts } from './run-facts.ts';
