import type { Inspection } from '#contract/binaries';
import type { ImageContents, ImageStep, ReadLayer } from '#contract/image-contents';
import { readStep } from '#contract/image-step';
import { maskArguments, maskAssignment, maskImageStep, maskSecrets } from '#core/system';
import type { BuiltFrom } from './build-records/index.ts';
import { type AppliedLayers, applyLayers, wasteOf } from './contents/index.ts';
import { isPackageFile, readPackages } from './packages/index.ts';
import {
  finalPrograms,
  type FoundProgram,
  inspectionsOf,
  listPrograms,
  tooLargePrograms,
} from './programs/index.ts';
import { limits, type ReadImage } from './reading/index.ts';
import { findSecrets } from './secrets/index.ts';

/** An image as it was read, with what was found in its executables. */
type ReadWithPrograms = ReadImage<FoundProgram>;

/**
 * What is in an image, with secrets masked, and what was read of the Go programs of its final file system. `built`: how it was built;
 * null: not known. Pure.
 */
export function imageContents(
  read: ReadWithPrograms,
  built: BuiltFrom | null,
): {
  contents: ImageContents;
  inspections: Inspection[];
} {
  const applied = applyLayers(read.layers.map(({ content }) => content));
  const executables = finalPrograms(read.layers, applied);
  const { layers: changes, files: finalFiles, bytes: finalBytes } = applied;
  const { programs, unreadPrograms } = listPrograms(executables);
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
    layers: read.layers.map((layer, i) => ({
      ...readLayer(layer, stepOf(history, i), changes[i]),
      dockerfile: built?.lines[i],
    })),
    target: built?.target,
    config: {
      user: config?.User ?? '',
      workingDir: config?.WorkingDir ?? '',
      entrypoint: maskArguments(config?.Entrypoint ?? []),
      cmd: maskArguments(config?.Cmd ?? []),
      env: (config?.Env ?? []).map(maskAssignment),
      labels: maskLabels(config?.Labels ?? {}),
      exposedPorts: config?.ExposedPorts ?? [],
    },
    ...packagesOf(read, applied),
    programs,
    unreadPrograms: [...unreadPrograms, ...tooLargePrograms(read.layers, applied, limits.programBytes)],
    waste: wasteOf(
      read.layers.map(({ content }) => content),
      applied,
    ),
    secrets: findSecrets(
      {
        layers: read.layers,
        history,
        env: config?.Env ?? [],
        command: [...(config?.Entrypoint ?? []), ...(config?.Cmd ?? [])],
        labels: config?.Labels ?? {},
      },
      applied,
    ),
    finalFiles,
    finalBytes,
  };
  return { contents, inspections: inspectionsOf(executables) };
}

function maskLabels(labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).map(([name, value]) => [
      name,
      maskAssignment(`${name}=${value}`).slice(name.length + 1),
    ]),
  );
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
