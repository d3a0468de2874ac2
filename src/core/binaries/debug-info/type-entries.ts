import { packageOfType } from '../functions/index.ts';
import { Reader } from './dwarf-reader.ts';
import type { Unit, Units } from './units.ts';

const nameAttribute = 0x03;
/** A text that stands in the entry itself, as Go writes names. */
const textForm = 0x08;
/** Entries and values, four times as many as the largest programs have; protects time from a hostile unit. */
const maxValues = 8_000_000;

/**
 * The unit in which Go's linker describes the types of all packages has the name of the runtime. Returns how many bytes
 * describe the types of each package; null: it cannot be read to its end. Throws `Damaged`.
 */
export function typesByPackage(units: Units, unit: Unit): Map<string, number> | null {
  const end = unit.start + unit.bytes;
  const from = new Reader(units.info, unit.entries);
  const sums = new Map<string, number>();
  let depth = 0;
  let start = unit.start;
  let owner = unit.name;
  let left = Math.min(maxValues, 1_000_000 + unit.bytes);
  while (from.at < end) {
    if (--left < 0) return null;
    if (depth === 1) {
      sums.set(owner, (sums.get(owner) ?? 0) + from.at - start);
      start = from.at;
      owner = unit.name;
    }
    const code = from.varint();
    if (code === 0) {
      depth--;
      continue;
    }
    const abbreviation = units.abbreviation(unit, code);
    if (!abbreviation) return null;
    left -= abbreviation.attributes.length;
    for (const [attribute, form] of abbreviation.attributes) {
      if (depth === 1 && attribute === nameAttribute && form === textForm)
        owner = packageOfType(units.text(from.at, form));
      if (!from.skip(form, unit.version)) return null;
    }
    if (abbreviation.hasChildren) depth++;
  }
  if (from.at !== end || depth !== 0) return null;
  sums.set(owner, (sums.get(owner) ?? 0) + end - start);
  return sums;
}
