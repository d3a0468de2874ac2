import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, readVersion } from '#core/toolchains';
import { wishesOfToolVersions, wishesOfVariable, wishOfVersionFile } from './pins.ts';

const read = (content: string) => wishOfVersionFile(linesOf(content), '/p/.go-version', 'go-version-file');
const tools = (content: string) =>
  wishesOfToolVersions(linesOf(content), '/p/.tool-versions').map(({ line, text, wanted }) => [
    line,
    text,
    wanted,
  ]);

describe('wishOfVersionFile', () => {
  it('finds the version and its line, ignoring blanks and comments', () => {
    const noise = fc.constantFrom('', ' ', '\t', '# a comment', '  # 1.19');
    const version = fc.constantFrom('1.22.5', 'go1.22.5', 'v1.22.5', '1.22', '1.27rc1', 'go1.22.5-custom');
    const blank = fc.stringMatching(/^[ \t]{0,3}$/);
    const comment = fc.constantFrom('', '#', ' # why', '#1.19');
    fc.assert(
      fc.property(
        fc.array(noise, { maxLength: 5 }),
        version,
        blank,
        blank,
        comment,
        fc.boolean(),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (before, word, left, right, after, mark, end, finalEnd) => {
          const lines = [...before, `${left}${word}${right}${after}`];
          const content = `${mark ? '\uFEFF' : ''}${lines.join(end)}${finalEnd ? end : ''}`;
          expect(read(content)).toMatchObject({ ...readVersion(word), line: lines.length, text: word });
        },
      ),
    );
  });

  it('reads any text, and always returns a wish', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (content) => {
        const { line, text } = read(content);
        expect(line).toBeGreaterThan(0);
        expect(text.length).toBeLessThanOrEqual(81);
        expect(text).not.toMatch(/\p{Cc}/u);
      }),
    );
  });

  it.each([
    ['', { why: 'empty', line: 1, text: '' }],
    ['\n# soon\n', { why: 'empty', line: 1, text: '' }],
    ['\nnewest\n', { why: 'form', line: 2, text: 'newest' }],
    ['1.27-bookworm', { why: 'image', image: '1.27' }],
    ['// goenv\ngolang 1.22 # x', { wanted: 'go1.22', line: 2, text: '1.22' }],
  ])('%j', (content, expected) => {
    expect(read(content)).toMatchObject(expected);
  });

  it('shows the beginning of a long text', () => {
    expect(read('长'.repeat(300)).text).toBe(`${'长'.repeat(40)}…`);
  });
});

describe('wishesOfToolVersions', () => {
  it('each version of the line is a wish, in order', () => {
    expect(tools('nodejs 22\n golang\t1.27.1 ref:main latest system # why\ngo 1.19\n')).toEqual([
      [2, 'golang 1.27.1', 'go1.27.1'],
      [2, 'golang ref:main', null],
      [2, 'golang latest', 'latest'],
      [2, 'golang system', 'system'],
    ]);
    expect(tools('golang system 1.22\n').map(([, text]) => text)).toEqual(['golang 1.22', 'golang system']);
  });

  it.each([
    ['nodejs 22\n#golang 1.19\ngolangci-lint 2\n', []],
    ['', []],
    ['golang # soon\n', [[1, 'golang', null]]],
    ['go 1.19\ngolang 1.22\ngolang 1.23\n', [[2, 'golang 1.22', 'go1.22']]],
    ['go 1.19\ncore:go 1.22\n', [[2, 'core:go 1.22', 'go1.22']]],
  ])('%j', (content, expected) => {
    expect(tools(content)).toEqual(expected);
  });
});

describe('wishesOfVariable', () => {
  it('is a pin without a line', () => {
    expect(wishesOfVariable('1.22')).toEqual([
      {
        rule: 'burrow-go',
        file: 'BURROW_GO',
        line: null,
        text: '1.22',
        strength: 'pin',
        wanted: 'go1.22',
        bare: true,
      },
    ]);
  });

  it.each([undefined, ''])('%o asks for nothing', (value) => {
    expect(wishesOfVariable(value)).toEqual([]);
  });

  it('with another word is a wish that cannot be read', () => {
    expect(wishesOfVariable(' 1.22')).toMatchObject([{ wanted: null }]);
  });
});
