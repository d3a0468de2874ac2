import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVersion } from '#core/toolchains';
import { wishOfVersionFile } from './wish.ts';

const read = (content: string | null) => wishOfVersionFile(content, '/p/.go-version', 'go-version-file');

describe('wishOfVersionFile', () => {
  it('finds the version among everything that means nothing, and its line', () => {
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

  it('reads any text, and never takes it for nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (content) => {
        const { line, text } = read(content);
        expect(line).toBeGreaterThan(0);
        expect(text.length).toBeLessThanOrEqual(81);
        expect(text).not.toMatch(/\p{Cc}/u);
      }),
    );
  });

  it('cannot read what may not be read', () => {
    expect(read(null)).toMatchObject({ wanted: null, line: 1, text: '' });
  });

  it('shows the beginning of a novel', () => {
    expect(read('长'.repeat(1000)).text).toBe(`${'长'.repeat(40)}…`);
  });
});
