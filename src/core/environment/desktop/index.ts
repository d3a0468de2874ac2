export { desktopEnvironment } from './desktop-environment.ts';
export { isFromTerminal } from './from-terminal.ts';
export { loginEnvironment } from './login-environment.ts';
