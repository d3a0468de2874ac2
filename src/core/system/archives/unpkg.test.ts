import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isFailure } from '#contract/failure';
import { type RawCpioEntry, rawCpio, rawPkg, rawXar } from '#testing/raw-packages';
import { Uncpio } from './cpio.ts';
import type { Hostility } from './hostile.ts';
import { unpackHere } from './unpack-here.ts';
import type { UnpackedFile } from './unpack-job.ts';
import { UnpackedTree } from './unpacked-tree.ts';
import { membersOf } from './xar.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'burrow-unpkg-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const into = (): string => join(folder, 'into');

async function unpack(bytes: Buffer): Promise<UnpackedFile[]> {
  const archive = join(folder, 'go.pkg');
  writeFileSync(archive, bytes);
  const job = { format: 'pkg' as const, archive, into: into(), root: 'usr/local/go' };
  return (await unpackHere(job, () => {})).files;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const folderMode = 0o040755;
const linkMode = 0o120755;
/** Long enough to arrive in more than one piece. */
const long = 'package main // 世界\n'.repeat(50_000);

const honest: RawCpioEntry[] = [
  { name: '.', mode: folderMode },
  { name: './etc', mode: folderMode },
  { name: './etc/paths.d', mode: folderMode },
  { name: './etc/paths.d/go', content: '/usr/local/go/bin\n' },
  { name: './usr', mode: folderMode },
  { name: './usr/local', mode: folderMode },
  { name: './usr/local/go', mode: folderMode },
  { name: './usr/local/go/VERSION', content: 'go1.26.1' },
  { name: './usr/local/go/bin', mode: folderMode },
  { name: './usr/local/go/bin/go', mode: 0o100755, content: long },
  { name: './usr/local/go/empty' },
  { name: './usr/local/go/link', mode: linkMode, content: 'VERSION' },
];
const files = [
  { path: 'VERSION', bytes: 8, sha256: sha256('go1.26.1'), mode: 0o644 },
  { path: 'bin/go', bytes: Buffer.byteLength(long), sha256: sha256(long), mode: 0o755 },
  { path: 'empty', bytes: 0, sha256: sha256(''), mode: 0o644 },
  { path: 'link', bytes: 7, sha256: sha256('VERSION'), mode: 0o777 },
];

test('only the GOROOT of a package is unpacked', async () => {
  expect(await unpack(rawPkg(honest))).toEqual(files);
  expect(readFileSync(join(into(), 'link'), 'utf8')).toBe('go1.26.1');
  expect(existsSync(join(into(), 'etc'))).toBe(false);
});

test('a package with nothing but its payload', async () => {
  expect(await unpack(rawXar([{ path: 'Payload', content: gzipSync(rawCpio(honest)) }]))).toEqual(files);
});

test('the result does not depend on where pieces are cut', () => {
  const bytes = rawCpio(honest.filter(({ content }) => content !== long));
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1 }), (lengths) => {
      rmSync(into(), { recursive: true, force: true });
      const tree = new UnpackedTree({ archive: 'go.pkg', into: into(), root: 'usr/local/go' });
      const parser = new Uncpio(tree, (name) => name !== '.' && !name.startsWith('./etc'));
      for (let at = 0, i = 0; at < bytes.length; i++) {
        const length = lengths[i % lengths.length] ?? 1;
        parser.write(bytes.subarray(at, at + length));
        at += length;
      }
      parser.end();
      expect(tree.finish().map(({ path }) => path)).toEqual(['VERSION', 'empty', 'link']);
    }),
    { numRuns: 30 },
  );
});

describe('a hostile package is refused', () => {
  const cases: [string, Hostility, RawCpioEntry[]][] = [
    ['..', 'leaves-root', [{ name: './usr/local/go/../../../evil' }]],
    ['an absolute path', 'absolute', [{ name: '/usr/local/go/evil' }]],
    ['a path outside the root', 'outside-prefix', [{ name: './usr/local/bin/evil' }]],
    ['a path below a skipped file', 'outside-prefix', [{ name: './etc/paths.d/go/evil' }]],
    ['another path below etc', 'outside-prefix', [{ name: './etc/sudoers' }]],
    ['a line break', 'control-character', [{ name: './usr/local/go/a\nb' }]],
    ['a file twice', 'duplicate', [{ name: './usr/local/go/a' }, { name: './usr/local/go/a' }]],
    ['a link out', 'link-leaves-root', [{ name: './usr/local/go/a', mode: linkMode, content: '../../bin' }]],
    [
      'writing through a link',
      'through-link',
      [{ name: './usr/local/go/a', mode: linkMode, content: 'b' }, { name: './usr/local/go/a/evil' }],
    ],
    ['a device', 'special-file', [{ name: './usr/local/go/a', mode: 0o020666 }]],
    ['a pipe', 'special-file', [{ name: './usr/local/go/a', mode: 0o010666 }]],
  ];
  test.each(cases)('%s: %s', async (_, reason, entries) => {
    const thrown: unknown = await unpack(rawPkg(entries)).catch((error: unknown) => error);
    expect(isFailure(thrown, 'archive.hostile') && thrown.params['reason']).toBe(reason);
    expect(existsSync(join(folder, 'evil'))).toBe(false);
  });
});

const payload = (content: Buffer): Buffer => rawXar([{ path: 'a.pkg/Payload', content }]);

describe('a damaged package is refused', () => {
  const whole = rawPkg(honest);
  const cases: [string, Buffer][] = [
    ['nothing', Buffer.alloc(0)],
    ['something else', Buffer.from('PK\x03\x04 and so on, long enough for a header of a xar archive')],
    ['a header without the rest', whole.subarray(0, 28)],
    ['half of it', whole.subarray(0, whole.length / 2)],
    ['no payload', rawXar([{ path: 'Distribution', content: Buffer.from('x') }])],
    [
      'two payloads',
      rawXar(['a', 'b'].map((name) => ({ path: `${name}.pkg/Payload`, content: gzipSync(rawCpio(honest)) }))),
    ],
    ['another compression', payload(Buffer.from('pbzx and so on'))],
    [
      'a payload declared as compressed twice',
      rawXar([{ path: 'Payload', content: gzipSync(rawCpio(honest)), encoding: 'application/x-gzip' }]),
    ],
    ['not a cpio archive', payload(gzipSync('070701 is another kind of cpio archive'.padEnd(200)))],
    ['no end mark', payload(gzipSync(rawCpio(honest, { end: false })))],
    ['an end in the middle of a file', payload(gzipSync(rawCpio(honest).subarray(0, 700)))],
    [
      'an invalid number',
      payload(gzipSync(Buffer.from(rawCpio(honest).toString('latin1').replace('0407', '04x7'), 'latin1'))),
    ],
    [
      'an offset outside the file',
      rawXar([], {
        toc: '<xar><file><name>Payload</name><data><length>9</length><offset>99999</offset></data></file></xar>',
      }),
    ],
    ['a table of contents that inflates far too much', rawXar([], { toc: '<xar>'.padEnd(20_000_000) })],
  ];
  test.each(cases)('%s', async (_, bytes) => {
    const thrown: unknown = await unpack(bytes).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ code: 'archive.damaged' });
  });
});

test('a table of contents that is not XML is harmless', () => {
  fc.assert(fc.property(fc.string(), (toc) => void membersOf(toc)));
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          '<file>',
          '</file>',
          '<name>',
          '</name>',
          '<data>',
          '</data>',
          '<offset>',
          '7',
          '"',
          '<',
        ),
      ),
      (parts) => void membersOf(parts.join('')),
    ),
  );
});
