import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Snapshot } from '#contract/snapshots';
import { exampleSnapshot } from '#testing/example-snapshots';
import { secretTexts } from '#testing/secret-texts';
import { stressed } from '#testing/stress';
import { formatSnapshot, parseSnapshot } from './format.ts';
import { portable } from './portable.ts';

const shown = (text: string, home = '/home/ana') => portable(text, [home]);

it.each([
  ['/home/ana', '~'],
  ['/home/ana/go', '~/go'],
  ['/home/ana/go:/home/ana/x:/opt/go', '~/go:~/x:/opt/go'],
  ['-I/home/ana/include -L/home/ana/lib', '-I~/include -L~/lib'],
  ['off,/home/ana/p|direct', 'off,~/p|direct'],
  ['file:///home/ana/proxy', 'file:///home/ana/proxy'],
  ['"/home/ana/bin/cc" -x', '"~/bin/cc" -x'],
  ['/home/anabel/go', '/home/anabel/go'],
  ['/home/ana-2/go', '/home/ana-2/go'],
  ['/mnt/home/ana/go', '/mnt/home/ana/go'],
  ['/home/ana.old', '/home/ana.old'],
])('shows %s as %s', (text, wanted) => {
  expect(shown(text)).toBe(wanted);
});

it.each(['/', '', '/home/a(b', '/home/a.b+c', '/home/安娜', '/home/ana/'])('takes %j for a home', (home) => {
  const inHome = `${home.replace(/\/$/, '')}/go`;
  expect(shown(inHome, home)).toBe(home.length > 1 ? '~/go' : inHome);
});

/** Puts a text into every place of a snapshot that a person, a file or a program fills. */
function everywhere(text: string): Snapshot {
  const origin = { kind: 'file' as const, file: text, line: 1 };
  return exampleSnapshot({
    host: text,
    system: { ...exampleSnapshot().system, release: text, processor: text },
    go: { version: 'go1.26.1', goroot: text },
    variables: [{ name: 'GOFLAGS', value: text, origin }],
    path: [text],
    shells: [{ path: text, version: text, login: true }],
    profiles: [{ path: text, sha256: 'ab'.repeat(32), block: true }],
    git: { path: text, version: text },
    compiler: { path: text, version: text },
    pkgConfig: { path: text, version: text },
    engine: { state: 'answers', product: text, version: text },
  });
}

it('lets no secret out, wherever it stands', () => {
  for (const { text, secrets } of secretTexts) {
    const written = formatSnapshot(portable(everywhere(text), ['/home/ana']));
    for (const secret of secrets) expect(written, text).not.toContain(JSON.stringify(secret).slice(1, -1));
  }
});

it('lets no secret out of any mixture of them', () => {
  const all = secretTexts.filter(({ text }) => !text.includes('\n'));
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...all), { minLength: 2, maxLength: 4 }),
      fc.constantFrom('\t', '  '),
      (mixed, between) => {
        const written = formatSnapshot(
          portable(everywhere(mixed.map(({ text }) => text).join(between)), ['/home/ana']),
        );
        // Behind an opening quotation mark, a text may end elsewhere than in the table.
        const tokens = mixed
          .flatMap(({ secrets }) => secrets)
          .filter((secret) => /^(gh[ps]_|glpat-)/.test(secret));
        for (const secret of tokens) expect(written).not.toContain(secret);
      },
    ),
    { numRuns: stressed(100, 5000) },
  );
});

it('leaves everything else as it is', () => {
  const snapshot = exampleSnapshot();
  expect(portable(snapshot, ['/home/ana'])).toEqual(snapshot);
});

it('gives what can be read again, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30_000 }), (text) => {
      const written = formatSnapshot(portable(everywhere(text.slice(0, 30_000)), ['/home/ana']));
      expect(parseSnapshot(written, 'x').path).toHaveLength(1);
    }),
    { numRuns: stressed(20, 500) },
  );
});
