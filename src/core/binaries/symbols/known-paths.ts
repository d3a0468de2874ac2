const [nul, space, dollar, openParenthesis, period, slash, openBracket, openBrace] = [
  0, 0x20, 0x24, 0x28, 0x2e, 0x2f, 0x5b, 0x7b,
];

/** Finds the package of a symbol among those that are known, without decoding its name: programs have 200,000 symbols. */
export class KnownPaths {
  readonly #paths: readonly string[];
  readonly #bytes: readonly Buffer[];
  /** A hash table: one more than the number of a path, at its hash or behind it; 0: none. */
  readonly #slots: Int32Array;

  constructor(paths: readonly string[]) {
    this.#paths = paths;
    this.#bytes = paths.map((path) => Buffer.from(path));
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(paths.length * 2 + 2)));
    for (const [i, bytes] of this.#bytes.entries()) {
      let slot = slotOf(hashOf(bytes), this.#slots);
      while (this.#slots[slot] !== 0) slot = (slot + 1) % this.#slots.length;
      this.#slots[slot] = i + 1;
    }
  }

  /**
   * The path before the first dot after the last slash of the name from `start` to `end` (see `packageOfSymbol`); null: it is
   * not known, or the name needs a closer look: `go:…`, `$f64.…`, and what may be a part of a C function (`f.part.0`).
   */
  of(names: Buffer, start: number, end: number): string | null {
    const { dot, hash } = pathIn(names, start, end);
    if (dot <= start || names[start] === dollar || mayBePart(names, start, end)) return null;
    for (let slot = slotOf(hash, this.#slots); ; slot = (slot + 1) % this.#slots.length) {
      const i = (this.#slots[slot] ?? 0) - 1;
      if (i < 0) return null;
      const path = this.#bytes[i];
      if (path?.length === dot - start && startsWith(names, start, path)) return this.#paths[i] ?? null;
    }
  }
}

const hashStep = (hash: number, byte: number) => (Math.imul(hash, 31) + byte) | 0;

function hashOf(bytes: Buffer): number {
  let hash = 0;
  for (let i = 0; i < bytes.length; i++) hash = hashStep(hash, bytes[i] ?? 0);
  return hash;
}

function slotOf(hash: number, slots: Int32Array): number {
  return (hash ^ (hash >>> 15)) & (slots.length - 1);
}

/** Where the path ends (-1: there is none), and its hash. */
function pathIn(names: Buffer, start: number, end: number): { dot: number; hash: number } {
  let [dot, hash, hashAtDot] = [-1, 0, 0];
  for (let at = start; at < end; at++) {
    const byte = names[at] ?? nul;
    if (byte === slash) dot = -1;
    else if (byte === period && dot < 0) [dot, hashAtDot] = [at, hash];
    else if (byte === openBracket || byte === openParenthesis || byte === openBrace || byte === space) break;
    hash = hashStep(hash, byte);
  }
  return { dot, hash: hashAtDot };
}

/** Whether it ends like a part of a C function: `.cold`, or a dot and a number. */
function mayBePart(names: Buffer, start: number, end: number): boolean {
  let at = end - 1;
  while (at > start && isDigit(names[at] ?? nul)) at--;
  if (at < end - 1) return names[at] === period;
  return names[at] === 0x64 && names.toString('latin1', at - 4, end) === '.cold';
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function startsWith(names: Buffer, start: number, text: Buffer): boolean {
  for (let i = 0; i < text.length; i++) if (names[start + i] !== text[i]) return false;
  return true;
}
