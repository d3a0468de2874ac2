export { codeReferences, readsInstructions } from './references.ts';
