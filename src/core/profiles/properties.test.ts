import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fishText, profileText } from '#testing/profile-texts';
import { stressed } from '#testing/stress';
import {
  blockFor,
  editFor,
  type ProfileText,
  sha256,
  type Splice,
  spliced,
  stateOf,
} from './editing/index.ts';
import type { Change } from './journal/index.ts';
import { undoStep } from './undo.ts';

// What holds for any profile. Texts are bytes as Latin-1.
const runs = { numRuns: stressed(5000, 100_000) };
const paths = { root: '/h/.burrow', shims: '/h/.burrow/shims' };
const block = blockFor('zsh', { home: '/h' }, paths);
const [blockStart = '', , , blockEnd = ''] = block.split('\n');
const profile = (text: string | null, more: Partial<ProfileText> = {}): ProfileText => ({
  path: '/h/.zshrc',
  text,
  block,
  written: null,
  syntax: 'sh',
  ...more,
});
const hash = (text: string) => sha256(Buffer.from(text, 'latin1'));
const changeOf = (before: string, after: string, splice: Splice): Change => ({
  path: '/h/.zshrc',
  target: '/h/.zshrc',
  shells: ['zsh'],
  before: { sha256: hash(before), mode: 0o600, uid: 0, gid: 0, atimeMs: 0, mtimeMs: 0 },
  after: hash(after),
  splice,
  off: [],
  folders: [],
  undoes: null,
});

/** Applies once and again, and undoes, and says whether there was an edit. */
function roundTrip(text: string, syntax: 'sh' | 'fish'): boolean {
  const edit = editFor(profile(text, { syntax }));
  if (!('splice' in edit)) {
    expect(edit).toMatchObject({ action: 'refused', reason: { code: 'profile.unfinished' } });
    return false;
  }
  const { splice } = edit;
  const after = spliced(text, splice);
  // No byte outside of the block changes, and the block stands on lines of its own.
  expect(splice.removed).toBe('');
  expect(after.slice(0, splice.at) + after.slice(splice.at + splice.inserted.length)).toBe(text);
  expect(splice.inserted.trim()).toBe(block.trim());
  expect(after.split('\n')).toEqual(expect.arrayContaining([blockStart, blockEnd]));
  // Twice is once, whether or not the journal is still there.
  expect(stateOf(profile(after)).state).toBe('ours');
  for (const written of [block.trim(), null])
    expect(editFor(profile(after, { written, syntax }))).toEqual({ action: 'none' });
  // What was deleted is not put back unasked.
  const removed = editFor(profile(text, { written: block.trim(), syntax }));
  expect(removed).toMatchObject({ action: 'refused', reason: { code: 'profile.removed' } });
  // Undone, the bytes are the old ones, and those that were added since stay.
  const change = changeOf(text, after, splice);
  expect(undoStep(change, after)).toEqual({ how: 'restore' });
  const { at, inserted } = splice;
  expect(spliced(after, { at, removed: inserted, inserted: '' })).toBe(text);
  expect(undoStep(change, `b=1\n${after}a=1\n`)).toEqual({ how: 'take-out', content: `b=1\n${text}a=1\n` });
  return true;
}

describe('any profile', () => {
  it.each([
    ['sh', profileText],
    ['fish', fishText],
  ] as const)('of %s is edited once, at one place, and comes back with every byte', (syntax, texts) => {
    let edited = 0;
    fc.assert(
      fc.property(texts, (text) => {
        if (roundTrip(text, syntax)) edited++;
      }),
      runs,
    );
    expect(edited).toBeGreaterThan(0.9 * runs.numRuns);
    console.log(
      `stress: profiles of ${syntax} edited twice and undone: ${edited} of ${runs.numRuns}, 0 wrong`,
    );
  });

  it('of 5 MB as well', () => {
    fc.assert(
      fc.property(profileText, (text) => {
        fc.pre(text.length > 100);
        roundTrip(`${text}\n`.repeat(5_000_000 / text.length), 'sh');
      }),
      { numRuns: stressed(2, 50) },
    );
  });

  it('in UTF-16 or with NUL bytes is refused', () => {
    const bytes = fc.oneof(
      profileText.map((text) => `\xff\xfe${Buffer.from(text, 'utf16le').toString('latin1')}`),
      profileText.map((text) => `\xfe\xff${Buffer.from(text, 'utf16le').swap16().toString('latin1')}`),
      fc.tuple(profileText, profileText).map((two) => two.join('\0')),
    );
    fc.assert(
      fc.property(bytes, (text) => {
        const edit = editFor(profile(text), { again: true });
        expect(edit).toMatchObject({ action: 'refused', reason: { code: 'profile.not-text' } });
      }),
      runs,
    );
  });

  it('with markers that form no pair is refused, with their lines', () => {
    const marker = fc.constantFrom(blockStart, blockEnd, `  ${blockStart}\r`, `\t${blockEnd} `);
    const cases = fc.tuple(profileText, fc.array(fc.tuple(fc.nat(), marker), { minLength: 1, maxLength: 5 }));
    fc.assert(
      fc.property(cases, ([text, markers]) => {
        const lines = text.split('\n');
        for (const [at, line] of markers) lines.splice(at % lines.length, 0, line);
        const found = lines.flatMap((line, index) => {
          const name = line.trim();
          return name === blockStart || name === blockEnd ? [{ name, line: index + 1 }] : [];
        });
        const isPair = found.length === 2 && found[0]?.name === blockStart && found[1]?.name === blockEnd;
        const edit = editFor(profile(lines.join('\n')), { again: false });
        const reason = isPair
          ? { code: 'profile.edited', params: { line: found[0]?.line } }
          : { code: 'profile.broken-markers', params: { lines: found.map(({ line }) => line) } };
        expect(edit).toMatchObject({ action: 'refused', reason });
      }),
      runs,
    );
  });

  it('with an older block has it replaced in its place, and given back', () => {
    const old = [blockStart, 'old', blockEnd, ''].join('\n');
    const cases = fc.tuple(profileText, profileText);
    fc.assert(
      fc.property(cases, ([above, below]) => {
        const head = above === '' || above.endsWith('\n') ? above : `${above}\n`;
        const text = head + old + below;
        const edit = editFor(profile(text, { written: old.trim() }));
        if (!('splice' in edit)) throw new Error('nothing is replaced');
        const after = spliced(text, edit.splice);
        expect(after).toBe(head + block + below);
        const change = changeOf(text, after, edit.splice);
        expect(undoStep(change, `${after}a=1\n`)).toEqual({ how: 'take-out', content: `${text}a=1\n` });
      }),
      runs,
    );
  });
});
