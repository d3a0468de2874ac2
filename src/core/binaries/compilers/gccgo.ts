import type { PackageSize } from '#contract/binaries';
import { elfFunctions, type Image } from '../formats/index.ts';
import { Ledger } from '../ownership/index.ts';

/**
 * Whether gccgo built the program: it is linked with gccgo's library, or that library was linked into it, with a section
 * of its own.
 */
export function isGccgo(image: Image): boolean {
  if (image.sections.some((s) => s.name === '.go_export')) return true;
  const names = image.sections.find((s) => s.name === '.dynstr');
  if (!names || names.fileBytes > maxDynamicNameBytes) return false;
  return image.bytes.part(names.offset, names.fileBytes).buffer.includes(library);
}

const library = Buffer.from('\0libgo.so.');
const maxDynamicNameBytes = 16 * 1024 * 1024;

/** The code of each package, from the symbols; empty without them, because gccgo has no function table. Throws `Damaged`. */
export function gccgoPackages(image: Image): PackageSize[] {
  const ledger = new Ledger();
  // Two names of one function (an alias) are one function.
  const seen = new Set<number>();
  elfFunctions(image, (name, address, bytes) => {
    if (seen.has(address)) return;
    seen.add(address);
    ledger.addFunctions(gccgoPackage(name), 1, bytes);
  });
  return ledger.packages();
}

/** What GCC appends to the names of functions that it splits or copies. */
const copies = /(\.(part|isra|constprop|cold|lto_priv|localalias)(\.\d+)?)+$/;

/**
 * The package of a symbol of gccgo (gcc/go/gofrontend/names.cc): everything before the first dot, in which characters
 * are encoded that cannot stand in symbols. Names without a dot are of C.
 */
export function gccgoPackage(symbol: string): string {
  const name = symbol.replace(copies, '');
  const dot = name.indexOf('.');
  if (dot < 0) return '(C)';
  if (dot === 0 || /^(go|type)\.\./.test(name)) return '(generated)';
  return name.slice(0, dot).replace(/__|_[0-9a-c]|_x[0-9a-f]{2}|_u[0-9a-f]{4}|_U[0-9a-f]{8}/g, decoded);
}

const characters: Record<string, string> = {
  _: '_',
  0: '.',
  1: '/',
  2: '*',
  3: ',',
  4: '{',
  5: '}',
  6: '[',
  7: ']',
  8: '(',
  9: ')',
  a: '"',
  b: ' ',
  c: ';',
};

function decoded(code: string): string {
  if (code.length === 2) return characters[code.slice(1)] ?? code;
  const value = Number.parseInt(code.slice(2), 16);
  return value <= 0x10_ffff ? String.fromCodePoint(value) : code;
}
