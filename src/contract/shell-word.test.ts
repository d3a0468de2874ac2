import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { shellWord } from './shell-word.ts';

it('leaves alone what needs no quotes', () => expect(shellWord('/home/me/go-1.22')).toBe('/home/me/go-1.22'));

it.skipIf(process.platform === 'win32').each(['/a b', "/it's", '/$(reboot)', '/a\nb', '/项目', '/`x`"\\'])(
  '%j is one word to a shell',
  (path) => {
    expect(execFileSync('sh', ['-c', `printf %s ${shellWord(path)}`], { encoding: 'utf8' })).toBe(path);
  },
);
