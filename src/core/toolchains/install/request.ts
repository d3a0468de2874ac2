import { failure } from '#contract/failure';
import type { InstallRequest } from '#contract/toolchains';
import { type System, typedPath } from '#core/system';
import { readAddress } from '../network/index.ts';
import { type Asked, readWanted } from '../releases/index.ts';
import { mirrorNamed } from './sources/index.ts';

/** Where a toolchain should come from. */
export type From =
  /** The official sites and the user's mirrors, then the module proxy. */
  | { kind: 'anywhere' }
  | { kind: 'official' }
  /** The module proxies of GOPROXY. */
  | { kind: 'proxy' }
  /** Built here from the source archive. */
  | { kind: 'source' }
  /** A mirror of the download site with a short name; `base`: the address of its archives. */
  | { kind: 'mirror'; base: string }
  /** A module proxy or a copy of the download site: only a request can tell which. */
  | { kind: 'address'; url: string }
  /** A local archive. `word`: what was written, if it may be a misspelt name of a source; otherwise null. */
  | { kind: 'file'; path: string; word: string | null };

/** A parsed install request. */
export interface Requested {
  asked: Asked;
  from: From;
}

/** Reads an install request; pure. Failures: version.unreadable, version.no-build, source.bad-address. */
export function readRequest(
  system: Pick<System, 'os' | 'arch' | 'cwd' | 'home'>,
  { version: text, os, arch, from }: InstallRequest,
): Requested {
  const wanted = readWanted(text);
  // They become part of folder names and addresses.
  if (!/^\w*$/.test(os ?? '') || !/^\w*$/.test(arch ?? '')) {
    throw failure('version.no-build', {
      version: text,
      target: `${os ?? system.os}/${arch ?? system.arch}`,
    });
  }
  return { asked: { text, wanted, os, arch }, from: readFrom(from, system) };
}

/** Reads where a toolchain should come from. Pure. Failures: source.bad-address. */
export function readFrom(from: string | undefined, system: Pick<System, 'cwd' | 'home' | 'os'>): From {
  if (from === undefined || from === 'auto') return { kind: 'anywhere' };
  if (from === 'official' || from === 'proxy' || from === 'source') return { kind: from };
  const base = mirrorNamed(from);
  if (base !== null) return { kind: 'mirror', base };
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(from)) {
    readAddress(from);
    return { kind: 'address', url: from };
  }
  return { kind: 'file', path: typedPath(system, from), word: /^[\w-]*$/.test(from) ? from : null };
}
