import { expect, it } from 'vitest';
import { pathLine } from './path-line.ts';

const zsh = [{ name: 'zsh' as const, path: '/bin/zsh', version: '5.9', login: true }];
const fish = [{ name: 'fish' as const, path: '/usr/bin/fish', version: '4.0', login: true }];

it.each([
  ['/Users/ann/.burrow', zsh, 'export PATH="$HOME/.burrow/shims:$PATH"'],
  ['/opt/burrow', zsh, 'export PATH="/opt/burrow/shims:$PATH"'],
  ['/Users/ann/.burrow', [], 'export PATH="$HOME/.burrow/shims:$PATH"'],
  ['/Users/ann/.burrow', fish, 'fish_add_path --move --path "$HOME/.burrow/shims"'],
])('for %s', (burrowHome, shells, line) => {
  expect(pathLine({ burrowHome, home: '/Users/ann', shells })).toBe(line);
});
