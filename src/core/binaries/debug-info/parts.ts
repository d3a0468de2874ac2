import type { Bytes } from '../bytes/index.ts';
import type { Image } from '../formats/index.ts';
import type { FunctionList } from '../functions/index.ts';
import { ownerOfAddress } from '../functions/index.ts';
import { Sums } from '../ownership/index.ts';
import { dwarfSection } from './dwarf-section.ts';
import { typesByPackage } from './type-entries.ts';
import type { Unit, Units } from './units.ts';

/** The owner of a unit. Go's linker encodes dots in paths. */
export function ownerOfUnit({ name, isGo }: Unit): string {
  if (isGo)
    return name.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  const file = name.split('/').at(-1);
  return file ? `(C) ${file}` : '(C)';
}

/** What each owner has of the section `info`. Throws `Damaged`. */
export function infoParts(units: Units, all: readonly Unit[]): Sums {
  const sums = new Sums();
  for (const unit of all) {
    // The unit with the types of all packages has no code.
    const types = unit.isGo && unit.lines === null ? typesByPackage(units, unit) : null;
    if (types) for (const [path, bytes] of types) sums.add(path, bytes);
    else sums.add(ownerOfUnit(unit), unit.bytes);
  }
  return sums;
}

/** What each owner has of a section in which the parts of the units follow each other, from where each begins. Pure. */
export function partsFrom(begins: readonly { owner: string; at: number }[], sectionBytes: number): Sums {
  const sums = new Sums();
  const ordered = begins.toSorted((a, b) => a.at - b.at);
  for (const [i, { owner, at }] of ordered.entries()) {
    const end = Math.min(ordered[i + 1]?.at ?? sectionBytes, sectionBytes);
    sums.add(owner, Math.max(0, end - at));
  }
  return sums;
}

const descriptionMark = 0xffff_ffff;

/** What each owner has of the section `frame`: a record for each function, after descriptions that they share. Throws `Damaged`. */
export function frameParts(image: Image, list: FunctionList): Sums {
  const sums = new Sums();
  const frames = dwarfSection(image, 'frame');
  if (!frames) return sums;
  const end = frames.length;
  for (let at = 0; at + 8 + frames.pointerBytes <= end; ) {
    const length = frames.u32(at);
    if (length >= 0xffff_fff0 || length === 0) break;
    const owner = frames.u32(at + 4) === descriptionMark ? null : functionOwner(frames, at + 8, list);
    if (owner !== null) sums.add(owner, Math.min(4 + length, end - at));
    at += 4 + length;
  }
  return sums;
}

function functionOwner(frames: Bytes, at: number, list: FunctionList): string | null {
  const address = frames.address(at);
  return address === null ? null : ownerOfAddress(list, address);
}
