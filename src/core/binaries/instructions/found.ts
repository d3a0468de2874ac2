/** No instruction that refers to an address relative to its own is shorter; two of arm64 make one. */
const minBytes = 6;

/** The references of a step of code, as columns: they are many. */
export class Found {
  /** The address of the first byte of the code. */
  start = 0;
  count = 0;
  /** What is referred to, as offsets from `start`. */
  readonly places: Int32Array;
  /** The packages whose functions refer to it. */
  readonly owners: Uint32Array;
  /** Numbers that may be the length of what is there; 0: there is none. */
  readonly lengths: Uint32Array;

  /** `bytes` is the size of the largest step. */
  constructor(bytes: number) {
    const max = Math.ceil(bytes / minBytes);
    this.places = new Int32Array(max);
    this.owners = new Uint32Array(max);
    this.lengths = new Uint32Array(max);
  }
}
