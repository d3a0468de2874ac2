import { Damaged } from '../bytes/index.ts';
import type { Image } from '../formats/index.ts';
import type { FunctionFacts } from '../functions/index.ts';
import { enterDivided, Sums } from '../ownership/index.ts';
import { dwarfName, dwarfSection, isCompressed } from './dwarf-section.ts';
import { frameParts, infoParts, ownerOfUnit, partsFrom } from './parts.ts';
import { Units } from './units.ts';

/**
 * Enters whose the debug information is: Go writes a unit for each package, with its parts of most sections, and a record
 * for each function. Other sections are shared by all (names, abbreviations), or do not tell where the part of a unit
 * begins (locations of variables): they are divided in proportion to the rest, as is a section that is compressed.
 */
export function enterDebugInfo(image: Image, facts: FunctionFacts): void {
  const sections = image.sections.filter((s) => s.bucket === 'debug-info' && s.fileBytes > 0);
  if (sections.length === 0 || facts.ledger.isEmpty) return;
  const parts = partsOf(image, facts);
  const weights = parts.get('line') ?? parts.get('info') ?? codeOf(facts);
  for (const section of sections) {
    const known = parts.get(dwarfName(section.name)) ?? new Sums();
    if (isCompressed(section)) {
      const all = known.total > 0 ? known : weights;
      enterDivided(facts.ledger, 'debug-info', section.fileBytes, { known: new Sums(), weights: all });
    } else {
      enterDivided(facts.ledger, 'debug-info', section.fileBytes, { known, weights });
    }
  }
}

function codeOf({ ledger }: FunctionFacts): Sums {
  const sums = new Sums();
  for (const { path, codeBytes } of ledger.packages()) sums.add(path, codeBytes);
  return sums;
}

/** What is known of whose the sections are, by their names; empty if they cannot be read. */
function partsOf(image: Image, { list }: FunctionFacts): Map<string, Sums> {
  const parts = new Map<string, Sums>();
  const add = (name: string, sums: Sums) => sums.total > 0 && parts.set(name, sums);
  try {
    const units = Units.of(image);
    const all = units?.all() ?? [];
    if (units) add('info', infoParts(units, all));
    const begins = (of: 'lines' | 'ranges' | 'addresses') =>
      all.flatMap((unit) => {
        const at = unit[of];
        return at === null ? [] : [{ owner: ownerOfUnit(unit), at }];
      });
    // One that is compressed is divided all the same, so only that of lines is read, which has most of the code's.
    const isPlain = (name: string) =>
      name === 'line' || image.sections.some((s) => dwarfName(s.name) === name && !isCompressed(s));
    const section = (name: string, of: 'lines' | 'ranges' | 'addresses') => {
      const from = begins(of);
      const content = from.length > 0 && isPlain(name) ? dwarfSection(image, name) : null;
      if (content) add(name, partsFrom(from, content.length));
    };
    section('line', 'lines');
    section('addr', 'addresses');
    section('rnglists', 'ranges');
    section('ranges', 'ranges');
    if (list && isPlain('frame')) add('frame', frameParts(image, list));
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
  }
  return parts;
}
