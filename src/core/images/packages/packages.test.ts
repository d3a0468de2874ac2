import { assert, integer, nat, property, string, uint8Array } from 'fast-check';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { stressed } from '#testing/stress';
import { isPackageFile, readPackages } from './index.ts';
import { parseOsRelease } from './os-release.ts';

const fixture = (name: string) =>
  gunzipSync(
    readFileSync(new URL(`../../../../tests/fixtures/package-databases/${name}.gz`, import.meta.url)),
  );

function packagesIn(files: Record<string, string | Buffer>) {
  return readPackages(Object.keys(files), (path) => {
    const content = files[path];
    return content === undefined ? null : Buffer.from(content);
  });
}

describe('dpkg', () => {
  const status = `Package: libc6
Status: install ok installed
Installed-Size: 12345
Architecture: amd64
Version: 2.36-9+deb12u14
Description: libraries
 Package: not-this-one
 .
 more

Package: gone
Status: deinstall ok config-files
Architecture: amd64
Version: 1.0

Package: half
Status: install reinstreq half-installed
Version: 1.0

Package: libc6
Status: hold ok installed
Architecture: i386
Version: 2.36-9+deb12u14
`;

  test('what is installed', () => {
    expect(packagesIn({ 'var/lib/dpkg/status': status })).toEqual({
      distribution: null,
      packages: [
        { name: 'libc6', version: '2.36-9+deb12u14', arch: 'amd64', bytes: 12345 * 1024 },
        { name: 'libc6', version: '2.36-9+deb12u14', arch: 'i386', bytes: null },
      ],
      unreadPackages: [],
    });
  });

  test('one file a package, as in distroless images', () => {
    const files = {
      'var/lib/dpkg/status.d/base': 'Package: base-files\nVersion: 12.4\nArchitecture: amd64\n',
      'var/lib/dpkg/status.d/base.md5sums': 'Package: no\nVersion: 1\n',
      'var/lib/dpkg/status.d/tzdata': 'Package: tzdata\nVersion: 2026a-0+deb12u1\nArchitecture: all\n',
    };
    expect(packagesIn(files).packages.map(({ name }) => name)).toEqual(['base-files', 'tzdata']);
  });
});

test('apk', () => {
  const installed = `C:Q1Deb0jNytkrjPW4N/eKLZ43BwOlw=
P:musl
V:1.2.5-r9
A:x86_64
S:383152
I:622592
T:the musl c library (libc) implementation
F:lib
R:ld-musl-x86_64.so.1
a:0:0:755

P:tzdata
V:2026a-r0
A:noarch
I:1
`;
  const packages = [
    { name: 'musl', version: '1.2.5-r9', arch: 'x86_64', bytes: 622_592 },
    { name: 'tzdata', version: '2026a-r0', arch: 'noarch', bytes: 1 },
  ];
  expect(packagesIn({ 'lib/apk/db/installed': installed }).packages).toEqual(packages);
  const both = { 'lib/apk/db/installed': installed, 'usr/lib/apk/db/installed': installed };
  expect(packagesIn(both).packages).toEqual(packages);
});

describe('rpm', () => {
  // As `rpm -qa` lists them.
  const packages = [
    { name: 'alpha', version: '1.2.0-4.el9', arch: 'noarch', bytes: 6 },
    { name: 'beta', version: '2:1.2.3-4.el9', arch: 'x86_64', bytes: 5 },
    { name: 'gamma', version: '1.2.3-4.el9', arch: 'x86_64', bytes: 6 },
  ];
  const databases: [string, string][] = [
    ['rpmdb.sqlite', 'usr/lib/sysimage/rpm/rpmdb.sqlite'],
    ['Packages', 'var/lib/rpm/Packages'],
    ['Packages.db', 'usr/lib/sysimage/rpm/Packages.db'],
  ];

  test.each(databases)('%s', (name, path) => {
    expect(packagesIn({ [path]: fixture(name) })).toMatchObject({ packages, unreadPackages: [] });
  });

  test.each(databases)('a damaged %s is said, and does not take long', (name, path) => {
    const file = fixture(name);
    const started = performance.now();
    let unread = 0;
    let tried = 0;
    assert(
      property(nat(file.length - 4), nat(file.length), nat(255), (at, end, byte) => {
        for (const changed of [file.subarray(0, end), Buffer.from(file).fill(byte, at, at + 4)]) {
          const found = packagesIn({ [path]: changed });
          unread += found.unreadPackages.length;
          // No package is invented: a name may be hit, but nothing is added.
          expect(found.packages.length).toBeLessThanOrEqual(packages.length);
          tried++;
        }
      }),
      { numRuns: stressed(40, 2000) },
    );
    expect(unread).toBeGreaterThan(0);
    expect((performance.now() - started) / tried).toBeLessThan(50);
  });
});

test('any bytes are packages or said', () => {
  assert(
    property(uint8Array({ maxLength: 3000 }), integer({ min: 0, max: 3 }), (bytes, which) => {
      const heads = [
        'SQLite format 3\0\u0010\0',
        '',
        '\0'.repeat(12) + 'a\u0015\u0006\0',
        `RpmP${'\0'.repeat(8)}\u0001\0\0\0`,
      ];
      const file = Buffer.concat([Buffer.from(heads[which] ?? '', 'latin1'), bytes]);
      for (const name of ['rpmdb.sqlite', 'Packages', 'Packages.db']) {
        const path = `var/lib/rpm/${name}`;
        expect(packagesIn({ [path]: file })).toMatchObject({ packages: [], unreadPackages: [path] });
      }
    }),
  );
});

test('any text is packages or none', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      const files = { 'var/lib/dpkg/status': text, 'lib/apk/db/installed': text, 'etc/os-release': text };
      expect(packagesIn(files).unreadPackages).toEqual([]);
    }),
  );
});

test.each([
  ['PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"', 'Debian GNU/Linux 12 (bookworm)'],
  ['NAME="Alpine Linux"\nID=alpine\nVERSION_ID=3.21.0\n', 'Alpine Linux 3.21.0'],
  ["ID=wolfi\nNAME=''", 'wolfi'],
  ['PRETTY_NAME="The \\"best\\" \\$5"', 'The "best" $5'],
  ['# PRETTY_NAME=no', null],
  ['', null],
])('%j is %j', (text, name) => {
  expect(parseOsRelease(text)).toBe(name);
});

test.each([
  ['var/lib/dpkg/status', true],
  ['var/lib/dpkg/status.d/tzdata', true],
  ['var/lib/dpkg/status.d/tzdata.md5sums', false],
  ['var/lib/dpkg/status-old', false],
  ['srv/var/lib/dpkg/status', false],
  ['etc/os-release', true],
  ['usr/lib/sysimage/rpm/Packages.db', true],
  ['var/lib/rpm/Name', false],
])('whether %s is kept: %s', (path, kept) => {
  expect(isPackageFile(path)).toBe(kept);
});
