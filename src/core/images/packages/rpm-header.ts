import type { DistributionPackage } from '#contract/image-contents';

/** Tags (rpm.org, manual/tags.html). */
const tags = {
  name: 1000,
  version: 1001,
  release: 1002,
  epoch: 1003,
  size: 1009,
  arch: 1022,
  longSize: 5009,
};
const types = { int32: 4, int64: 5, string: 6 };
const entryBytes = 16;

/**
 * The package of a header as rpm's databases have it (rpm.org, manual/format.html): the numbers of entries and of bytes of
 * data; the entries, each with tag, type, offset and count; the data. null: it is no package, but a key. Throws `RangeError`
 * if it is damaged.
 */
export function parseRpmHeader(header: Buffer): DistributionPackage | null {
  const count = header.readUInt32BE(0);
  const dataAt = 8 + count * entryBytes;
  if (dataAt > header.length) throw new RangeError('entries are missing');
  const places = new Map<number, { type: number; at: number }>();
  for (let at = 8; at < dataAt; at += entryBytes) {
    const place = { type: header.readUInt32BE(at + 4), at: dataAt + header.readUInt32BE(at + 8) };
    places.set(header.readUInt32BE(at), place);
  }
  const text = (tag: number) => {
    const place = places.get(tag);
    if (place?.type !== types.string) return null;
    const end = header.indexOf(0, place.at);
    if (end < 0) throw new RangeError('a text does not end');
    return header.toString('utf8', place.at, end);
  };
  const number = (tag: number) => {
    const place = places.get(tag);
    if (place?.type === types.int32) return header.readUInt32BE(place.at);
    return place?.type === types.int64 ? Number(header.readBigUInt64BE(place.at)) : null;
  };
  const [name, version, release] = [text(tags.name), text(tags.version), text(tags.release)];
  if (!name || !version) throw new RangeError('it has no name or version');
  // The keys that packages were signed with are kept like packages.
  if (name === 'gpg-pubkey') return null;
  const epoch = number(tags.epoch) ?? 0;
  return {
    name,
    version: `${epoch > 0 ? `${epoch}:` : ''}${version}${release ? `-${release}` : ''}`,
    arch: text(tags.arch),
    bytes: number(tags.longSize) ?? number(tags.size),
  };
}
