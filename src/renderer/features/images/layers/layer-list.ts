import type { BuildDetail } from '#contract/build';
import type { DockerfileLines } from '#contract/image-build';
import type { ImageContents, ImageStep, ReadLayer, ReadSizes } from '#contract/image-contents';
import { layerMeasure, type ToldMeasure } from '#contract/image-measure';
import { readStep, stepLine } from '#contract/image-step';
import { effectOf, type LayerEffect } from '#contract/layer-effect';
import { wasteByLayer } from '../files/waste.ts';
import { hiddenByLayer } from './hidden-by-layer.ts';

/** What the bytes of a layer count. */
export type LayerMeasure = keyof ReadSizes | ToldMeasure;

/** A layer as the page lists it. */
export interface ListedLayer {
  /** From 0, the lowest. */
  index: number;
  /** In one line; empty: not recorded. */
  step: string;
  /** null: not recorded. */
  exact: ImageStep | null;
  diffId: string;
  /** By the chosen measure; null: not known. */
  bytes: number | null;
  /** Bytes of files that a later layer hides; null: not read. */
  wasted: number | null;
  /** What it does, if it stores no bytes of files; null: it does, or was not read. */
  effect: LayerEffect | null;
  /** Bytes of the layers below that it hides. */
  hides: number;
  /** It may hide more: only the largest wasted files are known. */
  hidesMore: boolean;
  /** Where it is in its Dockerfile; null: not known. */
  dockerfile: DockerfileLines | null;
  /** null: not read. */
  read: ReadLayer | null;
}

/** As much of a step as a list shows. */
const maxStep = 160;

/** The measures that an image's layers have, the one to show first at the beginning. Pure. */
export function layerMeasures(
  image: NonNullable<BuildDetail['image']>,
  contents: ImageContents | null,
): LayerMeasure[] {
  if (contents === null) {
    const told = layerMeasure(image);
    return told === null ? [] : [told];
  }
  const isCompressed = contents.layers.every(({ compressedBytes }) => compressedBytes !== null);
  return ['fileBytes', 'tarBytes', ...(isCompressed ? (['compressedBytes'] as const) : [])];
}

/** The layers of an image, lowest first: as they were read, else as the engine tells them. Pure. */
export function listedLayers(
  image: NonNullable<BuildDetail['image']>,
  contents: ImageContents | null,
  measure: LayerMeasure | undefined,
): ListedLayer[] {
  if (contents === null) {
    return image.layers.map(({ diffId, createdBy, bytes, dockerfile = null }, index) => {
      const exact = createdBy === null ? null : readStep(createdBy);
      const unread = { wasted: null, effect: null, hides: 0, hidesMore: false, read: null };
      return { index, step: lineOf(exact), exact, diffId, bytes, dockerfile, ...unread };
    });
  }
  const { files, count } = contents.waste;
  const wasted = wasteByLayer(files, contents.layers.length);
  const hidden = hiddenByLayer(files, contents.layers.length);
  return contents.layers.map((read, index) => ({
    index,
    step: lineOf(read.step),
    exact: read.step,
    diffId: read.diffId,
    bytes: measure === undefined || measure === 'diskBytes' ? read.fileBytes : read[measure],
    wasted: wasted[index] ?? 0,
    effect: effectOf(read),
    hides: hidden[index] ?? 0,
    hidesMore: count > files.length,
    dockerfile: read.dockerfile ?? null,
    read,
  }));
}

/** The step of a layer in one line; empty: it is not recorded. Pure. */
export function lineOf(step: ImageStep | null | undefined, max = maxStep): string {
  return step ? stepLine(step.text, max) : '';
}

/** `Dockerfile:12–14`. Pure. */
export function placeOf({ file, firstLine, lastLine }: DockerfileLines): string {
  return `${file}:${firstLine}${lastLine > firstLine ? `–${lastLine}` : ''}`;
}
