import { Damaged } from './damaged.ts';

/** What the records before an entry say instead of its header. Names as bytes; sizes and ids in digits. */
export interface PaxRecords {
  path?: Buffer;
  linkpath?: Buffer;
  size?: number;
  uid?: number;
  gid?: number;
  /** The content of the entry is not the file itself, but its parts with data. */
  isSparse: boolean;
}

/** Parses `30 mtime=1321711775.972059463\n…` (pax(1), "pax Extended Header"). Throws Damaged. */
export function parsePax(body: Buffer): PaxRecords {
  const records: PaxRecords = { isSparse: false };
  for (let at = 0; at < body.length; ) {
    const space = body.indexOf(0x20, at);
    const digits = space === -1 ? '' : body.toString('latin1', at, Math.min(space, at + 10));
    const length = /^[0-9]+$/.test(digits) ? Number(digits) : 0;
    const end = at + length;
    const equals = body.indexOf(0x3d, space);
    const isWhole = space < equals && equals < end && end <= body.length && body[end - 1] === 0x0a;
    if (!isWhole) throw new Damaged('records');
    set(records, body.toString('latin1', space + 1, equals), body.subarray(equals + 1, end - 1));
    at = end;
  }
  return records;
}

function set(records: PaxRecords, key: string, value: Buffer): void {
  if (key.startsWith('GNU.sparse.')) records.isSparse = true;
  else if (key === 'path' || key === 'linkpath') {
    if (value.includes(0)) throw new Damaged('name');
    // An empty value takes back what an earlier record said.
    if (value.length > 0) records[key] = value;
    else delete records[key];
  } else if (key === 'size' || key === 'uid' || key === 'gid') {
    if (value.length === 0) delete records[key];
    else records[key] = decimal(value);
  }
}

function decimal(value: Buffer): number {
  const text = value.length > 20 ? '' : value.toString('latin1');
  const number = Number(text);
  if (!/^[0-9]+$/.test(text) || !Number.isSafeInteger(number)) throw new Damaged('number');
  return number;
}
