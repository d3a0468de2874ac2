export { readSettings, writeSettings } from './settings.ts';
