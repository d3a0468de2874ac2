export { desktopEnvironment } from './desktop-environment.ts';
export { isFromTerminal } from './from-terminal.ts';
export { loginEnvironment, type LoginEnvironment } from './login-environment.ts';
