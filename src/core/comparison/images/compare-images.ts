import type { Comparison } from '#contract/comparison';
import type { FileChange, ImageComparison } from '#contract/image-comparison';
import type { Verdict } from '#contract/verdict';
import type { LayerContent } from '#core/images';
import { delta } from '../delta.ts';
import { isBaseLayer } from './base-layer.ts';
import { compareConfig } from './compare-config.ts';
import { comparePackages } from './compare-packages.ts';
import { comparePrograms } from './compare-programs.ts';
import { compareWaste } from './compare-waste.ts';
import { evidenceOfImages } from './evidence-of-images.ts';
import { countFiles, fileChanges } from './file-changes.ts';
import { judgeImages } from './image-rules.ts';
import { layerRows } from './layer-rows.ts';
import { likenessOf } from './likeness.ts';
import { matchLayers } from './match-layers.ts';
import { type ImageSide, layersOf, platformOf } from './side.ts';
import { headlineOf } from './sizes.ts';

/** Two images compared: what stands for each of them, what differs and why. */
export interface ComparedImages {
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
    base: baseOf(a, b),
    distribution: { a: left?.distribution ?? null, b: right?.distribution ?? null },
    platform: { a: platformOf(a), b: platformOf(b) },
    files: changes && countFiles(changes),
    packages: left && right ? comparePackages(left.packages, right.packages) : null,
    programs: left && right ? comparePrograms(left.programs, right.programs) : null,
    waste: left && right ? compareWaste(left, right) : null,
    config: left && right ? compareConfig(left.config, right.config) : null,
  };
  const verdict = judgeImages(evidenceOfImages(a, b, images, headline, changes));
  return { measure: headline.measure, change: headline.change, images, verdict };
}

/**
 * The diff ids of the layers whose entries a comparison needs: none if neither image has a layer that the other has not.
 * Pure.
 */
export function layersToLoad(a: ImageSide, b: ImageSide): string[] {
  const [left, right] = [layersOf(a), layersOf(b)].map((layers) => layers.map(({ diffId }) => diffId));
  if (left?.join() === right?.join()) return [];
  return [...new Set([...(left ?? []), ...(right ?? [])])];
}

function entriesOf(side: ImageSide): (LayerContent | undefined)[] {
  return layersOf(side).map(({ diffId }) => side.entries.get(diffId));
}

/** null: the entries of some layer are not known. */
function filesOf(
  a: ImageSide,
  b: ImageSide,
  entriesA: readonly (LayerContent | undefined)[],
  entriesB: readonly (LayerContent | undefined)[],
): FileChange[] | null {
  if (!a.contents || !b.contents) return null;
  if (layersToLoad(a, b).length === 0) return [];
  return areKnown(entriesA) && areKnown(entriesB) ? fileChanges(entriesA, entriesB) : null;
}

function areKnown(entries: readonly (LayerContent | undefined)[]): entries is readonly LayerContent[] {
  return entries.every((entry) => entry !== undefined);
}

/** The label that builders give to what an image is built on (github.com/opencontainers/image-spec, annotations.md). */
const baseLabel = 'org.opencontainers.image.base.name';

function baseOf(a: ImageSide, b: ImageSide): ImageComparison['base'] {
  const [left, right] = [layersOf(a), layersOf(b)];
  const [isBaseA, isBaseB] = [isBaseLayer(left), isBaseLayer(right)];
  const changed = left[0]?.diffId !== right[0]?.diffId && (isBaseA || isBaseB);
  const labels = [a, b].map(({ contents }) => contents?.config.labels[baseLabel]);
  // A label says more than a distribution, but the two are no names of one kind.
  const isLabelled = labels.every((label) => label !== undefined);
  const nameOf = (side: ImageSide, label: string | undefined, isBase: boolean) => {
    if (!isBase) return layersOf(side)[0]?.step ? 'scratch' : null;
    return (isLabelled ? label : side.contents?.distribution) ?? null;
  };
  return { changed, a: nameOf(a, labels[0], isBaseA), b: nameOf(b, labels[1], isBaseB) };
}
