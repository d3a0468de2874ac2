import type { Comparison } from '#contract/comparison';
import type { FileChange, ImageComparison } from '#contract/image-comparison';
import type { Verdict } from '#contract/verdict';
import type { LayerContent } from '#core/images';
import { delta } from '../delta.ts';
import { compareBases } from './compare-bases.ts';
import { compareConfig } from './compare-config.ts';
import { comparePackages } from './compare-packages.ts';
import { comparePrograms } from './compare-programs.ts';
import { compareWaste } from './compare-waste.ts';
import { evidenceOfImages } from './evidence-of-images.ts';
import { countFiles, fileChanges } from './file-changes.ts';
import { judgeImages } from './image-rules.ts';
import { layerRows } from './layer-rows.ts';
import { commonLowest, touchTheSame } from './lowest-layers.ts';
import { likenessOf } from './likeness.ts';
import { matchLayers } from './match-layers.ts';
import { type ImageSide, layersOf, platformOf, targetOf } from './side.ts';
import { headlineOf } from './sizes.ts';

/** Two images compared: what stands for each of them, what differs and why. */
interface ComparedImages {
  measure: Comparison['measure'];
  change: Comparison['change'];
  images: ImageComparison;
  verdict: Verdict;
}

/** Compares two images, as far as both are known: what changed from `a` to `b`, and why. Sizes in bytes. Pure. */
export function compareImages(a: ImageSide, b: ImageSide): ComparedImages {
  const headline = headlineOf(a, b);
  const [layersA, layersB] = [layersOf(a), layersOf(b)];
  const [entriesA, entriesB] = [entriesOf(a), entriesOf(b)];
  const pairs = matchLayers(layersA, layersB, likenessOf(entriesA, entriesB));
  const changes = filesOf(a, b, entriesA, entriesB);
  const [left, right] = [a.contents, b.contents];
  const images: ImageComparison = {
    from: headline.from,
    incomparable: headline.incomparable,
    fileBytes: left && right ? delta(left.sizes.fileBytes, right.sizes.fileBytes) : null,
    layers: layerRows(a, b, pairs, headline),
    base: compareBases(a, b, changes),
    distribution: { a: left?.distribution ?? null, b: right?.distribution ?? null },
    platform: { a: platformOf(a), b: platformOf(b) },
    target: { a: targetOf(a), b: targetOf(b) },
    files: changes && countFiles(changes),
    packages: left && right ? comparePackages(left, right) : null,
    programs: left && right ? comparePrograms(left.programs, right.programs) : null,
    waste: left && right ? compareWaste(left, right) : null,
    config: left && right ? compareConfig(left.config, right.config) : null,
  };
  const verdict = judgeImages(evidenceOfImages(a, b, images, headline, changes));
  return { measure: headline.measure, change: headline.change, images, verdict };
}

/**
 * The diff ids of the layers whose entries comparing needs and `entries` has not. Load them and ask again: which of the
 * common layers it needs depends on those above. None: all that is needed is there. Pure.
 */
export function layersToLoad(a: ImageSide, b: ImageSide): string[] {
  if (!a.contents || !b.contents) return [];
  const [left, right] = [diffIdsOf(a), diffIdsOf(b)];
  const lowest = commonLowest(left, right);
  const missing = (diffIds: readonly string[]) =>
    [...new Set(diffIds)].filter((diffId) => !a.entries.has(diffId) && !b.entries.has(diffId));
  const above = missing([...left.slice(lowest), ...right.slice(lowest)]);
  if (above.length > 0) return above;
  const [aboveA, aboveB] = [entriesOf(a).slice(lowest), entriesOf(b).slice(lowest)];
  if (areKnown(aboveA) && areKnown(aboveB) && touchTheSame(aboveA, aboveB)) return [];
  return missing(left.slice(0, lowest));
}

function diffIdsOf(side: ImageSide): string[] {
  return layersOf(side).map(({ diffId }) => diffId);
}

function entriesOf(side: ImageSide): (LayerContent | undefined)[] {
  return layersOf(side).map(({ diffId }) => side.entries.get(diffId));
}

/** null: the entries of some layer that is needed are not known. */
function filesOf(
  a: ImageSide,
  b: ImageSide,
  entriesA: readonly (LayerContent | undefined)[],
  entriesB: readonly (LayerContent | undefined)[],
): FileChange[] | null {
  if (!a.contents || !b.contents) return null;
  const lowest = commonLowest(diffIdsOf(a), diffIdsOf(b));
  const [aboveA, aboveB] = [entriesA.slice(lowest), entriesB.slice(lowest)];
  if (!areKnown(aboveA) || !areKnown(aboveB)) return null;
  if (touchTheSame(aboveA, aboveB)) {
    const up = (layer: number | null) => (layer === null ? null : layer + lowest);
    return fileChanges(aboveA, aboveB).map((each) => ({
      ...each,
      layerA: up(each.layerA),
      layerB: up(each.layerB),
    }));
  }
  return areKnown(entriesA) && areKnown(entriesB) ? fileChanges(entriesA, entriesB) : null;
}

function areKnown(entries: readonly (LayerContent | undefined)[]): entries is readonly LayerContent[] {
  return entries.every((entry) => entry !== undefined);
}
