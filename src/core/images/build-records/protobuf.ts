import { Unreadable } from './unreadable.ts';

/*
 * The wire format of Protocol Buffers (protobuf.dev/programming-guides/encoding), as far as BuildKit's messages need it:
 * whole numbers, and everything that has a length.
 */

const varint = 0;
const fixed64 = 1;
const lengthDelimited = 2;
const fixed32 = 5;

/** A message of these fields. A number is a whole one from 0 to 2^53 - 1. */
export function encodeMessage(fields: Readonly<Record<number, string | number | Buffer>>): Buffer {
  return Buffer.concat(
    Object.entries(fields).flatMap(([name, value]) => {
      const field = Number(name) * 8;
      if (typeof value === 'number') return [encodeVarint(field + varint), encodeVarint(value)];
      const bytes = typeof value === 'string' ? Buffer.from(value) : value;
      return [encodeVarint(field + lengthDelimited), encodeVarint(bytes.length), bytes];
    }),
  );
}

function encodeVarint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return Buffer.from([...bytes, rest]);
}

/** How many fields messages may still have together; a limit on the memory and time that hostile ones take. */
export interface FieldsLeft {
  fields: number;
}

/** More than the messages of BuildKit have that answer one call. */
export const maxFields = 100_000;

/** The fields of a message that have a length or are whole numbers, by their numbers. */
export class Message {
  readonly #fields = new Map<number, (Buffer | number)[]>();

  readonly #left: FieldsLeft;

  /** `left` is shared with the messages in it. Throws `Unreadable`. */
  constructor(bytes: Buffer, left: FieldsLeft = { fields: maxFields }) {
    this.#left = left;
    let at = 0;
    const number = (): number => {
      let value = 0;
      for (let scale = 1, read = 0; read < 10; scale *= 0x80, read++) {
        const byte = bytes[at++];
        if (byte === undefined) break;
        value += (byte & 0x7f) * scale;
        if (byte < 0x80) return value;
      }
      throw new Unreadable('a number does not end');
    };
    const skip = (length: number): Buffer => {
      const end = at + length;
      if (end > bytes.length) throw new Unreadable('a field does not end');
      const value = bytes.subarray(at, end);
      at = end;
      return value;
    };
    while (at < bytes.length) {
      if (--left.fields < 0) throw new Unreadable('too many fields');
      const key = number();
      const type = key % 8;
      if (type === fixed64) skip(8);
      else if (type === fixed32) skip(4);
      else if (type === varint) this.#add(key, number());
      else if (type === lengthDelimited) this.#add(key, skip(number()));
      else throw new Unreadable(`unknown type ${type}`);
    }
  }

  #add(key: number, value: Buffer | number): void {
    const field = Math.floor(key / 8);
    const known = this.#fields.get(field);
    if (known) known.push(value);
    else this.#fields.set(field, [value]);
  }

  /** All values with a length of a field. */
  all(field: number): Buffer[] {
    return (this.#fields.get(field) ?? []).filter((value) => Buffer.isBuffer(value));
  }

  /** Of a field that is a text; empty: it is not there. */
  text(field: number): string {
    return this.all(field).at(-1)?.toString('utf8') ?? '';
  }

  /** Of a field that is a whole number; 0: it is not there. Numbers above 2^53 are not exact. */
  number(field: number): number {
    return (this.#fields.get(field) ?? []).findLast((value) => typeof value === 'number') ?? 0;
  }

  /** Of a field that is a message, all values. Throws `Unreadable`. */
  messages(field: number): Message[] {
    return this.all(field).map((bytes) => new Message(bytes, this.#left));
  }

  /** Of a field that is a map from texts to texts. Throws `Unreadable`. */
  map(field: number): Map<string, string> {
    return new Map(this.messages(field).map((entry) => [entry.text(1), entry.text(2)]));
  }
}
