export { openInEditor, openInTerminal } from './open.ts';
export { OpenMenu } from './open-menu.tsx';
