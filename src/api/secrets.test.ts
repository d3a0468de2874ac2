import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failure } from '#contract/failure';
import { localSystem } from '#core/system';
import { harmlessTexts, secretTexts } from '#testing/secret-texts';
import { logBug } from './log.ts';
import { toFailure } from './to-failure.ts';

test.each(secretTexts)('no failure shows $secrets', ({ text, secrets }) => {
  const thrown = [
    failure('file.not-found', { path: text }),
    failure('engine.not-running', { tried: [text], product: null }),
    new TypeError(`cannot read ${text}`),
    text,
  ];
  for (const each of thrown) {
    const { message, params } = toFailure(each);
    for (const secret of secrets) expect(JSON.stringify({ message, params })).not.toContain(secret);
  }
});

test.each(harmlessTexts)('a failure shows %s', (text) => {
  expect(toFailure(failure('file.not-found', { path: text })).params).toEqual({ path: text });
});

test('no secret is kept in bugs.log', async () => {
  const home = await mkdtemp(join(tmpdir(), 'burrow-bugs-'));
  try {
    const system = { ...localSystem(), env: { BURROW_HOME: home } };
    for (const { text } of secretTexts) {
      await logBug(system, 'test', new TypeError(text, { cause: new Error(text) }));
    }
    const log = await readFile(join(home, 'logs/bugs.log'), 'utf8');
    expect(log.match(/^TypeError: /gm)).toHaveLength(secretTexts.length);
    expect(secretTexts.flatMap(({ secrets }) => secrets).filter((secret) => log.includes(secret))).toEqual(
      [],
    );
  } finally {
    await rm(home, { recursive: true, force: true });
  }
});
