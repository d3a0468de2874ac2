export { previewVariables, setVariables, writeVariables } from './variables.ts';
