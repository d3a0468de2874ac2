import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type ArchiveEntry, tarGzOf, zipOf } from './archive-writers.ts';
import { rawPkg } from './raw-packages.ts';

/** A fake Go: a few small files laid out as a GOROOT, so that a test of an install takes milliseconds. */
export interface FakeToolchain {
  /** `go1.26.1` */
  version: string;
  os: string;
  arch: string;
  /** Replaces the correct ones, to make a toolchain that contradicts itself. */
  says?: { version?: string; os?: string; arch?: string };
  /** How many incompressible bytes to add, to make the download take longer. */
  padding?: number;
  /** How many small files to add, to make the unpacking take longer. */
  files?: number;
  /** Entries to add after the regular ones, with their full names: `go/../x` in an archive. */
  extra?: ArchiveEntry[];
}

const elfMachine: Record<string, number> = { amd64: 62, arm64: 183, '386': 3, arm: 40 };
const machCpu: Record<string, number> = { amd64: 0x01000007, arm64: 0x0100000c };
const peMachine: Record<string, number> = { amd64: 0x8664, arm64: 0xaa64, '386': 0x14c };

/** The first bytes of a program for this target: enough to read its header, not to run it. */
export function executableHeader(os: string, arch: string): Buffer {
  const bytes = Buffer.alloc(1024);
  if (os === 'darwin') {
    bytes.writeUInt32LE(0xfeedfacf, 0);
    bytes.writeUInt32LE(machCpu[arch] ?? 0, 4);
    bytes.writeUInt32LE(2, 12);
  } else if (os === 'windows') {
    bytes.write('MZ', 0);
    bytes.writeUInt32LE(128, 60);
    bytes.write('PE\0\0', 128, 'latin1');
    bytes.writeUInt16LE(peMachine[arch] ?? 0, 132);
    bytes.writeUInt16LE(2, 150); // it can be run
    bytes.writeUInt16LE(0x20b, 152);
  } else {
    const wide = arch === 'amd64' || arch === 'arm64';
    bytes.write('\x7fELF', 0, 'latin1');
    bytes.set([wide ? 2 : 1, 1, 1, os === 'freebsd' ? 9 : 0], 4);
    bytes.writeUInt16LE(2, 16);
    bytes.writeUInt16LE(elfMachine[arch] ?? 0, 18);
    bytes.writeUInt32LE(1, 20);
    bytes.writeUInt16LE(wide ? 64 : 52, wide ? 52 : 40);
  }
  return bytes;
}

function text(name: string, content: string): ArchiveEntry {
  return { name, content: Buffer.from(content) };
}

function filesOf(fake: FakeToolchain): ArchiveEntry[] {
  const version = fake.says?.version ?? fake.version;
  const program = executableHeader(fake.says?.os ?? fake.os, fake.says?.arch ?? fake.arch);
  const suffix = fake.os === 'windows' ? '.exe' : '';
  const executable = (name: string): ArchiveEntry => ({ name: name + suffix, content: program, mode: 0o755 });
  return [
    text('VERSION', `${version}\ntime 2026-01-01T00:00:00Z\n`),
    text('go.env', '# nothing\n'),
    text('LICENSE', `the license of ${version}\n`),
    executable('bin/go'),
    executable('bin/gofmt'),
    executable(`pkg/tool/${fake.os}_${fake.arch}/compile`),
    { name: 'lib/wasm/go_js_wasm_exec', content: Buffer.from('#!/bin/sh\n'), mode: 0o755 },
    text('src/go.mod', 'module std\n'),
    text('src/cmd/go.mod', 'module cmd\n'),
    text('src/fmt/print.go', 'package fmt\n'),
    { name: 'misc/padding', content: randomBytes(fake.padding ?? 1000) },
    ...Array.from({ length: fake.files ?? 0 }, (_, i) =>
      text(`src/p${i % 50}/f${i}.go`, `package p // ${i}\n`),
    ),
  ];
}

/** The version of the toolchain module, as module proxies know it. */
export function moduleVersion(fake: { version: string; os: string; arch: string }): string {
  return `v0.0.1-${fake.version}.${fake.os}-${fake.arch}`;
}

/** The files as they are in a module, where nested go.mod files have another name. */
export function fakeModuleFiles(fake: FakeToolchain): ArchiveEntry[] {
  const prefix = `golang.org/toolchain@${moduleVersion(fake)}/`;
  const honest = filesOf(fake).map(({ name, content }) => ({
    name: prefix + name.replace(/(^|\/)go\.mod$/, '$1_go.mod'),
    content,
  }));
  return [...honest, ...(fake.extra ?? [])];
}

/** The files as they are in an archive of the download site. */
export function fakeArchiveFiles(fake: FakeToolchain): ArchiveEntry[] {
  return filesOf(fake).map((file) => ({ ...file, name: `go/${file.name}` }));
}

/** The archive of the download site: a tar.gz, or a zip for Windows. */
export function fakeArchive(fake: FakeToolchain): Buffer {
  const entries = [...fakeArchiveFiles(fake), ...(fake.extra ?? [])];
  return fake.os === 'windows' ? zipOf(entries) : tarGzOf(entries);
}

/** The installer package of the download site, for a Mac. */
export function fakePackage(fake: FakeToolchain): Buffer {
  const files = filesOf(fake).map(({ name, content, mode = 0o644 }) => ({
    name: `./usr/local/go/${name}`,
    content,
    mode: 0o100000 | mode,
  }));
  return rawPkg([{ name: './etc/paths.d/go', content: '/usr/local/go/bin\n' }, ...files]);
}

/** Writes the files as a GOROOT, as another tool than Burrow would. */
export async function writeGoroot(folder: string, fake: FakeToolchain): Promise<void> {
  for (const { name, content, mode } of filesOf(fake)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content ?? '', { mode: mode ?? 0o644 });
  }
}

/** A fake Go, by default for Linux on amd64. */
export function fakeGo(version: string, more: Partial<FakeToolchain> = {}): FakeToolchain {
  return { version, os: 'linux', arch: 'amd64', ...more };
}
