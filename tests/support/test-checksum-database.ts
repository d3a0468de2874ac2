import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

const hash = (...parts: (Buffer | string)[]): Buffer => {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest();
};

/** The records that databases begin with, the hashes of those so far, and the trees of them alone, which all share. */
const fillerRecord = (number: number): string => `example.com/filler v1.0.${number} h1:x=\n`;
const fillerLeaves: Buffer[] = [];
const fillerTrees = new Map<string, Buffer>();

const leafHash = (record: string): Buffer => hash(Buffer.from([0]), record);

/**
 * A checksum database with its own key, for modules that the real one does not have: a transparent log (RFC 6962) with
 * a tree head signed as in golang.org/x/mod/sumdb/note, and tiles as in golang.org/x/mod/sumdb/tlog.
 */
export class TestChecksumDatabase {
  readonly name = 'sum.burrow.test';
  readonly #privateKey: KeyObject;
  readonly #publicKey: Buffer;
  readonly #records: string[] = [];
  readonly #leaves: Buffer[] = [];
  readonly #filler: number;
  readonly #trees = new Map<string, Buffer>();

  /** `filler` is how many records to put before the first one, to make the tree deeper. */
  constructor(filler = 300) {
    const pair = generateKeyPairSync('ed25519');
    this.#privateKey = pair.privateKey;
    const raw = pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
    this.#publicKey = Buffer.concat([Buffer.from([1]), raw]);
    this.#filler = filler;
    for (let i = 0; i < filler; i++) {
      this.#records.push(fillerRecord(i));
      this.#leaves.push((fillerLeaves[i] ??= leafHash(fillerRecord(i))));
    }
  }

  /** The value for GOSUMDB without the address: `name+hash+key`. */
  get key(): string {
    return `${this.name}+${this.#keyHash().toString('hex')}+${this.#publicKey.toString('base64')}`;
  }

  #keyHash(): Buffer {
    return hash(`${this.name}\n`, this.#publicKey).subarray(0, 4);
  }

  add(path: string, version: string, sum: string): void {
    const record = `${path} ${version} ${sum}\n${path} ${version}/go.mod h1:none=\n`;
    this.#records.push(record);
    this.#leaves.push(leafHash(record));
  }

  /** The Merkle tree hash of the leaves [from, to), RFC 6962, 2.1. */
  tree(from: number, to: number): Buffer {
    const count = to - from;
    const leaf = this.#leaves[from];
    if (count === 0 || leaf === undefined) return hash('');
    if (count === 1) return leaf;
    const trees = to <= this.#filler ? fillerTrees : this.#trees;
    const known = trees.get(`${from}-${to}`);
    if (known) return known;
    const half = 2 ** Math.floor(Math.log2(count - 1));
    const made = hash(Buffer.from([1]), this.tree(from, from + half), this.tree(from + half, to));
    trees.set(`${from}-${to}`, made);
    return made;
  }

  /** The signed tree head of all records. */
  head(): string {
    const size = this.#leaves.length;
    const text = `go.sum database tree\n${size}\n${this.tree(0, size).toString('base64')}\n`;
    const signature = sign(null, Buffer.from(text), this.#privateKey);
    return `${text}\n— ${this.name} ${Buffer.concat([this.#keyHash(), signature]).toString('base64')}\n`;
  }

  /** Answers a request below the database's address, e.g. `/lookup/golang.org/toolchain@v0…`; null if not found. */
  answer(path: string): Buffer | null {
    if (path === '/supported') return Buffer.from('');
    if (path === '/latest') return Buffer.from(this.head());
    if (path.startsWith('/lookup/')) {
      const [module = '', version = ''] = path.slice('/lookup/'.length).split('@');
      const id = this.#records.findIndex((record) => record.startsWith(`${module} ${version} `));
      return id < 0 ? null : Buffer.from(`${id}\n${this.#records[id]}\n${this.head()}`);
    }
    const tile = /^\/tile\/8\/(\d+)\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d+))?$/.exec(path);
    if (!tile) return null;
    const unit = 256 ** Number(tile[1]);
    const first = Number((tile[2] ?? '').replaceAll(/[x/]/g, '')) * 256;
    const width = Number(tile[3] ?? 256);
    if ((first + width) * unit > this.#leaves.length) return null;
    const hashes = Array.from({ length: width }, (_, i) =>
      this.tree((first + i) * unit, (first + i + 1) * unit),
    );
    return Buffer.concat(hashes);
  }
}

/** The `h1:` hash of a module's files (golang.org/x/mod/sumdb/dirhash, Hash1). */
export function moduleHash(files: readonly { name: string; content: Buffer }[]): string {
  const lines = files
    .toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)))
    .map(({ name, content }) => `${hash(content).toString('hex')}  ${name}\n`);
  return `h1:${hash(lines.join('')).toString('base64')}`;
}
