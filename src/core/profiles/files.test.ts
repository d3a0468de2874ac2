import { expect, it } from 'vitest';
import { profileFiles } from './files.ts';

it('lists the startup files of the shells', () => {
  const { files, fishSnippets } = profileFiles({
    os: 'darwin',
    env: { ZDOTDIR: '/z', XDG_CONFIG_HOME: '/c' },
    home: '/h',
  });
  expect(files).toContain('/h/.zshenv');
  expect(files).toContain('/z/.zshrc');
  expect(files).toContain('/etc/paths.d/go');
  expect(files).toContain('/h/.bashrc');
  expect(files).toContain('/c/fish/config.fish');
  expect(fishSnippets).toBe('/c/fish/conf.d');
});
