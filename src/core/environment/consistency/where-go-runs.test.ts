import { expect, it } from 'vitest';
import type { System } from '#core/system';
import { terminalModes } from './where-go-runs.ts';

it.each<[string, System['os'], boolean, string[]]>([
  ['zsh', 'darwin', true, ['login-interactive']],
  ['bash', 'linux', false, ['login-interactive']],
  ['bash', 'linux', true, ['interactive', 'login-interactive']],
  ['fish', 'linux', true, ['interactive', 'login-interactive']],
  // Neither can be asked as a login shell that shows a prompt.
  ['tcsh', 'linux', false, ['interactive']],
  ['elvish', 'darwin', true, ['script']],
  ['nu', 'linux', true, ['login-interactive']],
  // Asking it says that it is not known.
  ['xonsh', 'linux', false, ['login-interactive']],
])('a new terminal of %s on %s (desktop: %s) starts it as %s', (shell, os, hasDesktop, modes) => {
  expect(terminalModes(shell, { os, hasDesktop })).toEqual(modes);
});
