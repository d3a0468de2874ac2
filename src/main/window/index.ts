export { type AppWindow, appWindow } from './app-window.ts';
export { placeFile } from './place-file.ts';
