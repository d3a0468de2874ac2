import type { BuildTarget, DockerfileLines } from '#contract/image-build';
import { withoutControlCharacters } from '#contract/control-characters';
import { maskSecrets } from '#core/system';
import { builtStage, type Stage, stagesBelow, stagesOf } from './dockerfile-stages.ts';
import { type LayerDigests, stepsOfLayers } from './layer-steps.ts';
import { maskLines } from './mask-lines.ts';
import type { BuildLocation, Provenance } from './provenance.ts';

/** What is known of how an image was built. */
export interface BuiltFrom {
  /** undefined: not known, or a stage without a name. */
  target: BuildTarget | undefined;
  /** Of each layer, lowest first; undefined: not known. */
  lines: (DockerfileLines | undefined)[];
}

/** Tells from which lines each layer of an image was built, and from which stage. Secrets are masked. Pure. */
export function builtFrom(provenance: Provenance, layers: readonly LayerDigests[]): BuiltFrom {
  const { args, files } = provenance;
  const buildArgs = new Map(
    Object.entries(args).flatMap(([name, value]) =>
      name.startsWith('build-arg:') ? [[name.slice('build-arg:'.length), value]] : [],
    ),
  );
  const texts = files.map(({ text }) => text.split(/\r?\n/));
  const wanted = args['target'];
  // The first file is the one that was asked for; others are those of other contexts.
  const mine = stagesOf(files[0]?.text ?? '', buildArgs);
  const built = builtStage(mine, wanted);
  const inImage = built === null ? null : stagesBelow(mine, built);
  const linesOf = (step: string) => {
    const found = locationOf(provenance.locations.get(step) ?? [], inImage);
    return found ? linesAt(found, files[found.sourceIndex]?.name ?? '', texts[found.sourceIndex]) : undefined;
  };
  const steps = stepsOfLayers(provenance, layers);
  // All layers of a base image are of one step.
  const known = new Map([...new Set(steps)].map((step) => [step, step === null ? undefined : linesOf(step)]));
  return { target: targetOf(mine, built, wanted), lines: steps.map((step) => known.get(step)) };
}

function targetOf(stages: readonly Stage[], built: number | null, wanted: string | undefined) {
  const name = (built === null ? null : stages[built]?.name) ?? (wanted || null);
  // What a person may have written there instead of a name is not shown.
  if (name === null || !/^[\w.-]{1,128}$/.test(name) || maskSecrets(name) !== name) return undefined;
  return { name, isLast: built !== null && built === stages.length - 1 };
}

/**
 * The place of a step. One that several stages have in the same words is built once, and has the places of all: the one in a stage of
 * the image counts. null: none, or it is not clear which.
 */
function locationOf(
  locations: readonly BuildLocation[],
  stages: readonly Stage[] | null,
): BuildLocation | null {
  if (locations.length < 2) return locations[0] ?? null;
  if (locations.length > maxLocations) return null;
  const fitting = locations.filter(
    ({ sourceIndex, ranges }) =>
      sourceIndex === 0 &&
      stages?.some(({ firstLine, lastLine }) =>
        ranges.every(({ start, end }) => start.line >= firstLine && end.line <= lastLine),
      ),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function linesAt(
  { ranges }: BuildLocation,
  file: string,
  text: readonly string[] | undefined,
): DockerfileLines | undefined {
  const firstLine = Math.min(...ranges.slice(0, maxRanges).map(({ start }) => start.line));
  const lastLine = Math.max(...ranges.slice(0, maxRanges).map(({ end }) => end.line));
  if (!text || !(firstLine >= 1 && firstLine <= lastLine && lastLine <= text.length)) return undefined;
  const name = withoutControlCharacters(maskSecrets(file)).slice(0, maxName);
  return { file: name, firstLine, lastLine, text: maskLines(text.slice(firstLine - 1, lastLine)) };
}

/** More places than a step has, and more lines in one; each has a range of its own. */
const maxLocations = 1000;
const maxRanges = 10_000;
const maxName = 200;
