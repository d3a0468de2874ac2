import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from '#core/toolchains';
import { wishesOfMiseToml } from './mise-toml.ts';

const read = (content: string) =>
  wishesOfMiseToml(linesOf(content), '/p/mise.toml', ['linux']).map(({ line, text, wanted }) => [
    line,
    text,
    wanted,
  ]);

// tests/fixtures/switching-cases.ts has every form, in complete files.
describe('wishesOfMiseToml', () => {
  it.each([
    ['[tools]\ngo = "1.22"\n', [[2, 'go = "1.22"', 'go1.22']]],
    [
      "[tools]\n'golang' = [ '1.27', \"latest\", ] # two\n",
      [
        [2, 'go = "1.27"', 'go1.27'],
        [2, 'go = "latest"', 'latest'],
      ],
    ],
    ['[tools]\ngo = { version = "1.22", os = ["linux"] }\n', [[2, 'go = "1.22"', 'go1.22']]],
    ['[tools]\ngo = { os = ["macos"], version = "1.22" }\n', []],
    ['[tools]\ngo = 1.22\n', [[2, 'go = 1.22', null]]],
    ['[tools]\n\n  go = [\n', [[3, 'go = [', null]]],
    ['[tools.go]\nversion = "1.22"\n', [[2, 'go = "1.22"', 'go1.22']]],
    ['[tools.go]\nos = "linux"\n', [[1, 'tools.go', null]]],
    ['[env]\ngo = "1.22"\n[tools.node]\ngo = "1.22"\n', []],
    ['[tools]\nnode = """\ngo = "1.22"\n"""\n', []],
  ])('%j', (content, expected) => {
    expect(read(content)).toEqual(expected);
  });

  it('reads any text, and returns the number of an existing line', () => {
    const piece = fc.constantFrom(
      '[tools]',
      '\n',
      'go',
      '=',
      '"',
      "'",
      '[',
      ']',
      '{version=',
      '}',
      ',',
      '1.22',
      '#',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const content = pieces.join('');
        for (const { line, wanted, text } of wishesOfMiseToml(linesOf(content), 'f', [])) {
          const written = content.split('\n')[(line ?? 0) - 1] ?? '';
          expect(written).not.toBe('');
          if (wanted !== null) expect(text).toBe('go = "1.22"');
        }
      }),
    );
  });
});
