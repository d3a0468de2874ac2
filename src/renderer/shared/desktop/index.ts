export { openInEditor } from './open.ts';
export { OpenMenu } from './open-menu.tsx';
