import { expect, it } from 'vitest';
import { mergeFiles, startupFiles } from './startup-files.ts';

const folders = { home: '/h', zsh: '/z', fish: '/c/fish' };
it.each([
  ['zsh', [], ['/z/.zprofile login', '/z/.zshrc interactive']],
  ['bash', [], ['/h/.profile login', '/h/.bashrc interactive']],
  ['bash', ['/h/.profile'], ['/h/.profile login', '/h/.bashrc interactive']],
  ['bash', ['/h/.bash_login', '/h/.profile'], ['/h/.bash_login login', '/h/.bashrc interactive']],
  ['bash', ['/h/.bash_profile', '/h/.bash_login'], ['/h/.bash_profile login', '/h/.bashrc interactive']],
  ['sh', [], ['/h/.profile login']],
  ['fish', [], ['/c/fish/conf.d/burrow.fish always']],
  ['fish', ['/c/fish/config.fish'], ['/c/fish/conf.d/burrow.fish always', '/c/fish/config.fish always']],
] as const)('%s, where %j is there, reads %j', (shell, there, files) => {
  const found = startupFiles(shell, folders, (path) => there.some((each) => each === path));
  expect(found.map(({ path, when }) => `${path} ${when.join()}`)).toEqual(files);
});

it('lists a file once that two shells read, or that has two names', () => {
  const files = (['bash', 'sh'] as const).flatMap((shell) => startupFiles(shell, folders, () => false));
  expect(mergeFiles(files, (path) => path)).toEqual([
    { path: '/h/.profile', shells: ['bash', 'sh'], when: ['login'] },
    { path: '/h/.bashrc', shells: ['bash'], when: ['interactive'] },
  ]);
  expect(mergeFiles(files, () => '/dots/bash')).toEqual([
    { path: '/h/.profile', shells: ['bash', 'sh'], when: ['login', 'interactive'] },
  ]);
});
