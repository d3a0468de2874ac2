export { speak, startTexts } from './start.ts';
