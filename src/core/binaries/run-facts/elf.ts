import type { Bytes } from '../bytes/index.ts';
import type { Image } from '../formats/index.ts';
import { type Dynamic, readDynamic } from './elf-dynamic.ts';
import { oldestGlibc } from './glibc.ts';
import { type LoadFacts, maxNameBytes, nothingLoaded } from './load-facts.ts';

// The System V ABI, "Program Header" (also elf.h)
const dynamicSegment = 2;
const interpreterSegment = 3;
const stackSegment = 0x6474_e551;
const relroSegment = 0x6474_e552;
const executeFlag = 1;
/** `e_type` of a program that is loaded at a fixed address, and of all others. */
const fixedProgram = 2;
const movableProgram = 3;

interface Segment {
  flags: number;
  offset: number;
  bytes: number;
}

/** Reads what the loader of an ELF program needs to know. Throws `Damaged`. */
export function elfLoadFacts(image: Image, os: string): LoadFacts {
  const { bytes } = image;
  const type = bytes.u16(16);
  // An object file is not loaded.
  if (type !== fixedProgram && type !== movableProgram) return nothingLoaded;
  const segments = readSegments(bytes);
  const [interpreter, table] = [segments.get(interpreterSegment), segments.get(dynamicSegment)];
  const loader = interpreter && bytes.part(interpreter.offset, interpreter.bytes).text(0, maxNameBytes);
  const dynamic = table ? readDynamic(image, bytes.part(table.offset, table.bytes)) : null;
  const libraries = dynamic?.libraries ?? [];
  const isDynamic = loader !== undefined || libraries.length > 0;
  const stack = segments.get(stackSegment);
  return {
    linking: isDynamic ? 'dynamic' : 'static',
    libraries,
    glibc: oldestGlibc(dynamic?.versions ?? []),
    musl: os === 'linux' ? runsOnMusl(loader ?? null, libraries) : null,
    pie: isPie(type, loader !== undefined, dynamic),
    relro: segments.has(relroSegment) ? (dynamic?.bindsNow ? 'full' : 'partial') : 'none',
    executableStack: stack ? (stack.flags & executeFlag) !== 0 : null,
    // ELF has no place for a signature.
    signed: null,
  };
}

/** The last segment of each type. */
function readSegments(bytes: Bytes): Map<number, Segment> {
  const wide = bytes.pointerBytes === 8;
  const table = bytes.pointer(wide ? 32 : 28);
  const entryBytes = bytes.u16(wide ? 54 : 42);
  const count = bytes.u16(wide ? 56 : 44);
  const segments = new Map<number, Segment>();
  for (let i = 0; i < count; i++) {
    const at = bytes.part(table + i * entryBytes, wide ? 56 : 32);
    const segment = wide
      ? { flags: at.u32(4), offset: at.u64(8), bytes: at.u64(32) }
      : { flags: at.u32(24), offset: at.u32(4), bytes: at.u32(16) };
    segments.set(at.u32(0), segment);
  }
  return segments;
}

/**
 * A program that needs no library runs everywhere; another one, where its loader is: `ld-musl-x86_64.so.1` of musl,
 * `ld-linux-x86-64.so.2` of glibc. A library has no loader, but may need the C library itself. null: not known. Pure.
 */
export function runsOnMusl(loader: string | null, libraries: readonly string[]): boolean | null {
  if (loader !== null) return /\/ld-musl-[^/]*$/.test(loader);
  if (libraries.some((name) => /^libc\.musl-|^libc\.so$/.test(name))) return true;
  if (libraries.some((name) => /^libc\.so\.\d/.test(name))) return false;
  return libraries.length === 0 ? true : null;
}

function isPie(type: number, hasLoader: boolean, dynamic: Dynamic | null): boolean | null {
  if (type === fixedProgram) return false;
  // What is neither is a library.
  return hasLoader || dynamic?.isPie ? true : null;
}
