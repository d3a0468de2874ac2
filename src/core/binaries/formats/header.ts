import { elfArch, elfOS, machOArch, peArch } from './architectures.ts';
import { Bytes, Damaged } from '../bytes/index.ts';
import { plan9Machines } from './plan9.ts';
import { xcoffMagic } from './xcoff.ts';

export interface ExecutableHeader {
  format: 'elf' | 'mach-o' | 'pe' | 'wasm' | 'plan9' | 'xcoff';
  /**
   * One, or several in a universal (fat) Mach-O file. `os` is null if the header does not contain it, as on Linux and for
   * WebAssembly.
   */
  targets: { os: string | null; arch: string }[];
}

/** The position of a thin program in a file: the whole file, except in universal Mach-O files. */
interface Slice {
  offset: number;
  bytes: number;
}

export interface Identified extends ExecutableHeader {
  /** One for each target. */
  slices: Slice[];
}

/** The number of bytes at the start of a file that `identify` may need; a PE header further on is read separately. */
export const headerBytes = 1024;

/**
 * Identifies a program by its first bytes. `head` is the beginning of the file (`headerBytes` of it, or all), `at`
 * reads `length` bytes at `offset`. null: not a program in one of the formats; object files are not programs.
 */
export async function identify(
  head: Buffer,
  fileBytes: number,
  at: (offset: number, length: number) => Promise<Buffer>,
): Promise<Identified | null> {
  try {
    const magic = new Bytes(head, false, 4).u32(0);
    const whole = { offset: 0, bytes: fileBytes };
    if (magic === 0x7f45_4c46) return one('elf', elfTarget(head), whole);
    if (isThinMachO(magic)) return one('mach-o', machOTarget(head), whole);
    if (magic === 0xcafe_babe || magic === 0xcafe_babf)
      return fatMachO(head, fileBytes, magic === 0xcafe_babf);
    if (magic >>> 16 === 0x4d5a) return one('pe', await peTarget(head, at), whole);
    if (magic === 0x0061_736d) return one('wasm', wasmTarget(head), whole);
    if (magic >>> 16 === xcoffMagic) return one('xcoff', xcoffTarget(head), whole);
    const plan9 = plan9Machines[magic];
    if (plan9) return one('plan9', { os: 'plan9', arch: plan9.arch }, whole);
    return null;
  } catch (error) {
    if (error instanceof Damaged) return null;
    throw error;
  }
}

type Target = ExecutableHeader['targets'][number];

/** The format and target of an object file, from its first bytes; null: not ELF or Mach-O. */
export function objectHeader(head: Buffer): { format: 'elf' | 'mach-o'; target: Target } | null {
  if (head.length < 20) return null;
  const magic = head.readUInt32BE(0);
  if (magic === 0x7f45_4c46) return { format: 'elf', target: elfTargetOf(head) };
  if (!isThinMachO(magic)) return null;
  const bytes = new Bytes(head, head[0] !== 0xfe, 8);
  return { format: 'mach-o', target: { os: 'darwin', arch: machOArch(bytes.u32(4)) } };
}

function one(format: Identified['format'], target: Target | null, whole: Slice): Identified | null {
  return target && { format, targets: [target], slices: [whole] };
}

function elfTarget(head: Buffer): Target | null {
  const type = new Bytes(head, head[5] === 1, 8).u16(16);
  // ET_EXEC and ET_DYN (position-independent programs and shared libraries)
  return type === 2 || type === 3 ? elfTargetOf(head) : null;
}

function elfTargetOf(head: Buffer): Target {
  const littleEndian = head[5] === 1;
  const bits = head[4] === 2 ? 64 : 32;
  const bytes = new Bytes(head, littleEndian, 8);
  return { os: elfOS(bytes.u8(7)), arch: elfArch(bytes.u16(18), bits, littleEndian) };
}

function isThinMachO(magic: number): boolean {
  return [0xfeed_face, 0xfeed_facf, 0xcefa_edfe, 0xcffa_edfe].includes(magic);
}

function machOTarget(head: Buffer): Target | null {
  const bytes = new Bytes(head, head[0] !== 0xfe, 8);
  // MH_EXECUTE, MH_DYLIB, MH_BUNDLE (mach-o/loader.h)
  if (![2, 6, 8].includes(bytes.u32(12))) return null;
  return { os: 'darwin', arch: machOArch(bytes.u32(4)) };
}

/** mach-o/fat.h. Java class files have the same magic, but a version of at least 45 in the place of the count. */
function fatMachO(head: Buffer, fileBytes: number, wide: boolean): Identified | null {
  const bytes = new Bytes(head, false, 8);
  const count = bytes.u32(4);
  if (count === 0 || count > 20) return null;
  const targets: Target[] = [];
  const slices: Slice[] = [];
  for (let i = 0; i < count; i++) {
    const entry = 8 + i * (wide ? 32 : 20);
    const slice = wide
      ? { offset: bytes.u64(entry + 8), bytes: bytes.u64(entry + 16) }
      : { offset: bytes.u32(entry + 8), bytes: bytes.u32(entry + 12) };
    if (slice.offset + slice.bytes > fileBytes) return null;
    targets.push({ os: 'darwin', arch: machOArch(bytes.u32(entry)) });
    slices.push(slice);
  }
  return { format: 'mach-o', targets, slices };
}

/** Version 1 of the binary format; components have another number in its place. */
function wasmTarget(head: Buffer): Target | null {
  return new Bytes(head, true, 8).u32(4) === 1 ? { os: null, arch: 'wasm' } : null;
}

function xcoffTarget(head: Buffer): Target | null {
  // F_EXEC
  return (new Bytes(head, false, 8).u16(18) & 2) === 0 ? null : { os: 'aix', arch: 'ppc64' };
}

async function peTarget(
  head: Buffer,
  at: (offset: number, length: number) => Promise<Buffer>,
): Promise<Target | null> {
  const offset = new Bytes(head, true, 8).u32(0x3c);
  const header = new Bytes(
    offset + 24 <= head.length ? head.subarray(offset) : await at(offset, 24),
    true,
    8,
  );
  // "PE\0\0"; IMAGE_FILE_EXECUTABLE_IMAGE
  if (header.u32(0) !== 0x4550 || (header.u16(22) & 2) === 0) return null;
  return { os: 'windows', arch: peArch(header.u16(4)) };
}
