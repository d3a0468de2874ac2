import { expect, it } from 'vitest';
import { targetName } from './owned-elsewhere.ts';

it.each([
  ['dot_zshrc', '.zshrc'],
  ['private_dot_zshrc.tmpl', '.zshrc'],
  ['private_readonly_dot_config', '.config'],
  ['executable_x', 'x'],
  ['symlink_dot_bashrc', '.bashrc'],
  ['README.md', 'README.md'],
])('chezmoi makes of %s the file %s', (source, target) => expect(targetName(source)).toBe(target));
