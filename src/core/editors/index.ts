import '#contract/desktop-failures';

export { desktopPrograms, openEditor, openTerminal } from './open.ts';
