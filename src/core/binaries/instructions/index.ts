export { codeReferences } from './references.ts';
