import { expect, test } from 'vitest';
import {
  libcOfLdd,
  processorInCpuinfo,
  processorInLscpu,
  shellInPasswd,
  shellsInEtc,
  valueInOsRelease,
  versionOfShell,
} from './machine-text.ts';

test.each([
  ['PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian"', 'Debian GNU/Linux 12 (bookworm)'],
  ["NAME=x\nPRETTY_NAME='Alpine Linux v3.22'", 'Alpine Linux v3.22'],
  ['PRETTY_NAME=Fedora', 'Fedora'],
  ['PRETTY_NAME="a \\"b\\" \\$c = d"', 'a "b" $c = d'],
  ['# PRETTY_NAME=x\nOLD_PRETTY_NAME=y', null],
  ['', null],
])('os-release %j is %j', (text, value) => {
  expect(valueInOsRelease(text, 'PRETTY_NAME')).toBe(value);
});

test('reads the processor of each system', () => {
  const intel = 'processor\t: 0\nmodel\t\t: 1\nmodel name\t: AMD EPYC 9B14 \nprocessor\t: 1\n';
  expect(processorInCpuinfo(intel)).toBe('AMD EPYC 9B14');
  expect(processorInCpuinfo('processor\t: 0\nCPU part\t: 0xd4f\n')).toBeNull();
  expect(processorInLscpu('Architecture: aarch64\nModel name:   Neoverse-V2\n')).toBe('Neoverse-V2');
  expect(processorInLscpu('Model name: -\n')).toBeNull();
  expect(processorInLscpu('')).toBeNull();
});

test.each([
  ['ldd (Debian GLIBC 2.36-9+deb12u10) 2.36\nCopyright', { name: 'glibc', version: '2.36' }],
  ['ldd (Ubuntu GLIBC 2.39-0ubuntu8.4) 2.39', { name: 'glibc', version: '2.39' }],
  ['ldd (GNU libc) 2.34', { name: 'glibc', version: '2.34' }],
  ['musl libc (x86_64)\nVersion 1.2.5\nDynamic Program Loader', { name: 'musl', version: '1.2.5' }],
  ['musl libc (aarch64)', { name: 'musl', version: null }],
  ['', null],
  ['sh: ldd: not found', null],
])('ldd output %j means %j', (text, libc) => {
  expect(libcOfLdd(text)).toEqual(libc);
});

test.each([
  ['zsh 5.9 (x86_64-debian-linux-gnu)', '5.9'],
  ['GNU bash, version 5.2.15(1)-release (x86_64-pc-linux-gnu)\nCopyright', '5.2.15'],
  ['GNU bash, version 3.2.57(1)-release (arm64-apple-darwin24)', '3.2.57'],
  ['fish, version 4.0.2', '4.0.2'],
  ['no number', null],
  ['', null],
])('%j is version %j', (text, version) => {
  expect(versionOfShell(text)).toBe(version);
});

test('/etc/shells and /etc/passwd', () => {
  expect(shellsInEtc('# list\n/bin/bash\n  /usr/bin/fish # mine\n\nbash\n')).toEqual([
    '/bin/bash',
    '/usr/bin/fish',
  ]);
  const passwd =
    'root:x:0:0:root:/root:/bin/bash\nann:x:1:1::/home/ann:/usr/bin/zsh\nbob:x:2:2::/home/bob:\n';
  expect(shellInPasswd(passwd, 'ann', '/elsewhere')).toBe('/usr/bin/zsh');
  expect(shellInPasswd(passwd, undefined, '/home/ann')).toBe('/usr/bin/zsh');
  expect(shellInPasswd(passwd, 'bob', '/home/bob')).toBeNull();
  expect(shellInPasswd(passwd, 'eve', '/home/eve')).toBeNull();
});
