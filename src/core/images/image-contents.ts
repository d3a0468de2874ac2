import type { ImageContents, ImageStep, ReadLayer } from '#contract/image-contents';
import { readStep } from '#contract/image-step';
import { maskImageStep, maskSecrets } from '#core/system';
import { type AppliedLayers, applyLayers, wasteOf } from './contents/index.ts';
import { isPackageFile, readPackages } from './packages/index.ts';
import { finalPrograms, type FinalProgram, type FoundProgram, listPrograms } from './programs/index.ts';
import type { ReadImage } from './reading/index.ts';
import { findSecrets } from './secrets/index.ts';

/** An image as it was read, with what was found in its executables. */
export type ReadWithPrograms = ReadImage<FoundProgram>;

/**
 * What is in an image: pure, secrets masked. `executables`: those of its final file system, to read the Go programs among them
 * whole.
 */
export function imageContents(read: ReadWithPrograms): {
  contents: ImageContents;
  executables: FinalProgram[];
} {
  const applied = applyLayers(read.layers.map(({ content }) => content));
  const executables = finalPrograms(read.layers, applied);
  const { layers: changes, files: finalFiles, bytes: finalBytes } = applied;
  const history = historyOf(read);
  const config = read.config.config;
  const contents: ImageContents = {
    source: maskSecrets(read.source),
    configDigest: read.configDigest,
    platform: read.platform,
    otherPlatforms: read.otherPlatforms,
    createdAt: read.createdAt,
    names: read.names,
    sizes: read.sizes,
    layers: read.layers.map((layer, i) => readLayer(layer, stepOf(history, i), changes[i])),
    config: {
      user: config?.User ?? '',
      workingDir: config?.WorkingDir ?? '',
      entrypoint: (config?.Entrypoint ?? []).map((each) => maskSecrets(each)),
      cmd: (config?.Cmd ?? []).map((each) => maskSecrets(each)),
      env: (config?.Env ?? []).map((each) => maskSecrets(each)),
      labels: Object.fromEntries(
        Object.entries(config?.Labels ?? {}).map(([name, value]) => [name, maskSecrets(value)]),
      ),
      exposedPorts: config?.ExposedPorts ?? [],
    },
    ...packagesOf(read, applied),
    ...listPrograms(executables),
    waste: wasteOf(
      read.layers.map(({ content }) => content),
      applied,
    ),
    secrets: findSecrets(
      { layers: read.layers, history, env: config?.Env ?? [], labels: config?.Labels ?? {} },
      applied,
    ),
    finalFiles,
    finalBytes,
  };
  return { contents, executables };
}

interface HistoryStep {
  createdBy: string;
  layer: number | null;
}

/** The steps of the history with the layers that they made, if it says of each layer which step made it. */
function historyOf({ history, layers }: ReadWithPrograms): HistoryStep[] {
  const isTold = history.filter(({ emptyLayer }) => !emptyLayer).length === layers.length;
  let layer = 0;
  return history.map(({ createdBy, emptyLayer }) => ({
    createdBy,
    layer: isTold && !emptyLayer ? layer++ : null,
  }));
}

function stepOf(history: readonly HistoryStep[], layer: number): ImageStep | null {
  const step = history.find((each) => each.layer === layer);
  return step ? readStep(maskImageStep(step.createdBy)) : null;
}

function readLayer(
  layer: ReadWithPrograms['layers'][number],
  step: ImageStep | null,
  change = { added: 0, changed: 0, removed: 0, files: 0 },
): ReadLayer {
  const { diffId, digest, compression, fileBytes, tarBytes, compressedBytes } = layer;
  return { diffId, digest, compression, fileBytes, tarBytes, compressedBytes, step, ...change };
}

/** From the databases of packages in the final file system. */
function packagesOf({ layers }: ReadWithPrograms, applied: AppliedLayers) {
  const paths: string[] = [];
  for (const { path, contentEntry } of applied.entries()) {
    if (contentEntry >= 0 && isPackageFile(path)) paths.push(path);
  }
  return readPackages(paths, (path) => {
    const { contentLayer = -1, contentEntry = -1 } = applied.at(path) ?? {};
    const layer = layers[contentLayer];
    // A hard link has the content of another path.
    return layer?.kept.get(layer.content.paths[contentEntry] ?? '') ?? null;
  });
}
