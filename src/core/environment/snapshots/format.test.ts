import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isFailure } from '#contract/failure';
import { hasControlCharacters } from '#contract/control-characters';
import { anySnapshot, exampleSnapshot } from '#testing/example-snapshots';
import { stressed } from '#testing/stress';
import { formatBaseline, parseBaseline } from './baseline.ts';
import { changesBetween } from './compare.ts';
import { formatSnapshot, parseSnapshot } from './format.ts';

const text = formatSnapshot(exampleSnapshot());
const parse = (content: string) => parseSnapshot(content, '/x/a.json');

it('reads what it writes, and writes the same again', () => {
  fc.assert(
    fc.property(anySnapshot, (snapshot) => {
      const read = parse(formatSnapshot(snapshot));
      const written = formatSnapshot(read);
      expect(formatSnapshot(parse(written))).toBe(written);
      expect(changesBetween(parse(written), read)).toEqual([]);
    }),
    { numRuns: stressed(200, 5000) },
  );
});

it('has its keys in one order, whoever made it', () => {
  const turned = Object.fromEntries(Object.entries(exampleSnapshot()).toReversed());
  expect(formatSnapshot(turned as ReturnType<typeof exampleSnapshot>)).toBe(text);
  expect(Object.keys(JSON.parse(text)).slice(0, 3)).toEqual(['format', 'version', 'takenAt']);
});

it('survives any damage with a failure that names the file, or with a snapshot', () => {
  const numRuns = stressed(500, 50_000);
  fc.assert(
    fc.property(
      fc.nat({ max: text.length }),
      fc.nat({ max: 40 }),
      fc.string({ unit: 'binary', maxLength: 8 }),
      (at, length, put) => {
        const damaged = text.slice(0, at) + put + text.slice(at + length);
        try {
          const read = parse(damaged);
          expect(hasControlCharacters(read.host + read.system.release)).toBe(false);
          changesBetween(read, exampleSnapshot());
        } catch (error) {
          if (!isFailure(error)) throw error;
          expect(['snapshot.unreadable', 'snapshot.newer']).toContain(error.code);
          expect(error.message).toContain('/x/a.json');
        }
      },
    ),
    { numRuns },
  );
});

const changed = (more: object) => JSON.stringify({ ...exampleSnapshot(), ...more });
it.each<[string, string, string, string]>([
  ['no JSON', 'hello', 'snapshot.unreadable', 'it is not JSON'],
  ['nothing', '', 'snapshot.unreadable', 'it is not JSON'],
  ['half of it', text.slice(0, text.length / 2), 'snapshot.unreadable', 'it is not JSON'],
  ['null', 'null', 'snapshot.unreadable', 'it is another kind of file'],
  ['a list', '[]', 'snapshot.unreadable', 'it is another kind of file'],
  ['another document', '{"name":"x"}', 'snapshot.unreadable', 'it is another kind of file'],
  ['a newer format', changed({ version: 2 }), 'snapshot.newer', 'a newer Burrow'],
  ['an odd version', changed({ version: '1' }), 'snapshot.unreadable', 'at version'],
  ['no toolchains', changed({ toolchains: undefined }), 'snapshot.unreadable', 'at toolchains'],
  ['a wrong value deep in it', changed({ path: ['a', 7] }), 'snapshot.unreadable', 'at path.1'],
  ['too long a text', changed({ host: 'x'.repeat(20_001) }), 'snapshot.unreadable', 'at host'],
  [
    'too long a list',
    changed({ path: Array.from({ length: 2001 }, String) }),
    'snapshot.unreadable',
    'at path',
  ],
  ['a huge file', changed({ path: ['x'.repeat(1_000_000)] }), 'file.too-large', '1.0 MB'],
  ['brackets without end', '['.repeat(500_000), 'snapshot.unreadable', 'it is not JSON'],
])('refuses %s', (_, content, code, words) => {
  expect(() => parse(content)).toThrow(
    expect.objectContaining({ code, message: expect.stringContaining(words) }),
  );
});

it('takes the control characters out of a file from elsewhere', () => {
  const read = parse(changed({ host: 'a\u001b[31mb\u202e', path: ['x\n\u0007'] }));
  expect([read.host, read.path]).toEqual(['a\ufffd[31mb\ufffd', ['x\ufffd\ufffd']]);
});

it('reads a baseline, whatever its facts are called', () => {
  const must = '{"go":"go1.26.1","__proto__":"x","constructor":null,"GO\\u001bFLAGS":"-x\\n"}';
  const read = parseBaseline(`{"format":"burrow-baseline","version":1,"must":${must}}`, 'b.json');
  expect(read.get('go')).toBe('go1.26.1');
  expect(read.get('constructor')).toBeNull();
  expect(hasControlCharacters([...read.keys(), ...read.values()].join(''))).toBe(false);
  expect(Object.prototype).not.toHaveProperty('x');
  expect(parseBaseline(formatBaseline(read), 'b.json')).toEqual(read);
});

it.each<[string, string, string]>([
  ['a snapshot', text, 'it is another kind of file'],
  ['facts that are no texts', '{"format":"burrow-baseline","version":1,"must":{"go":1}}', 'at must.go'],
  [
    'too many facts',
    JSON.stringify({
      format: 'burrow-baseline',
      version: 1,
      must: Object.fromEntries(Array.from({ length: 501 }, (__, n) => [`f${n}`, ''])),
    }),
    'at must',
  ],
])('refuses %s as a baseline', (_, content, words) => {
  expect(() => parseBaseline(content, 'b.json')).toThrow(words);
});
