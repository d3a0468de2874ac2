import { describe, expect, it } from 'vitest';
import { linesOf } from '#core/toolchains';
import { wishesOfGoMod } from './go-mod.ts';

const read = (content: string) =>
  wishesOfGoMod(linesOf(content), '/p/go.mod').map(({ rule, line, text, wanted }) => [
    rule,
    line,
    text,
    wanted,
  ]);

describe('wishesOfGoMod', () => {
  it.each([
    ['nothing', 'module p\n', []],
    ['go', 'module p\n\ngo 1.22\n', [['go-mod-go', 3, 'go 1.22', 'go1.22']]],
    [
      'toolchain comes first, in any position',
      'go 1.22 // minimum\ntoolchain go1.24.9 // newest\n',
      [
        ['go-mod-toolchain', 2, 'toolchain go1.24.9', 'go1.24.9'],
        ['go-mod-go', 1, 'go 1.22', 'go1.22'],
      ],
    ],
    ['toolchain default', 'go 1.22\ntoolchain default\n', [['go-mod-go', 1, 'go 1.22', 'go1.22']]],
    [
      'below the requirements',
      'go 1.22\nrequire x v1.0.0\ntoolchain go1.24.9\n',
      [['go-mod-go', 1, 'go 1.22', 'go1.22']],
    ],
    ['below a block', 'go 1.22\nreplace (\n)\ntoolchain go1.24.9\n', [['go-mod-go', 1, 'go 1.22', 'go1.22']]],
    [
      'go below a block',
      'require (\n\tgo.uber.org/zap v1.0.0\n)\ngo 1.22\n',
      [['go-mod-go', 4, 'go 1.22', 'go1.22']],
    ],
    [
      'unreadable',
      'go latest\ntoolchain 1.24\n',
      [
        ['go-mod-toolchain', 2, 'toolchain 1.24', null],
        ['go-mod-go', 1, 'go latest', null],
      ],
    ],
    ['go without a version', 'go\n', [['go-mod-go', 1, 'go', null]]],
    ['a word that only begins alike', 'gopher 1.22\ntoolchains go1.22\n', []],
  ])('%s', (_, content, expected) => {
    expect(read(content)).toEqual(expected);
  });

  it('reads a go.work in the same way', () => {
    const wishes = wishesOfGoMod(
      linesOf('go 1.22\n\ntoolchain go1.24.9\n\nuse (\n\t./p\n)\n'),
      '/p/go.work',
      'go-work',
    );
    expect(wishes.map(({ rule, line }) => [rule, line])).toEqual([
      ['go-work-toolchain', 3],
      ['go-work-go', 1],
    ]);
  });
});
