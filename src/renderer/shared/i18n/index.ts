export { changeLanguage, startTexts } from './start.ts';
