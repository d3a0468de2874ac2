export { changeLanguage, loadPageTexts, startTexts } from './start.ts';
