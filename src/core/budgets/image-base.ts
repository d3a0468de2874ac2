import type { ImageContents } from '#contract/image-contents';
import { imageVariant } from '#contract/image-variant';
import type { ImageFacts } from '#contract/images';
import { matchesPattern } from './pattern.ts';

/** The standard labels for the base of an image (github.com/opencontainers/image-spec, annotations.md). */
const nameLabel = 'org.opencontainers.image.base.name';
const digestLabel = 'org.opencontainers.image.base.digest';

/** What tells the base of an image. */
export interface BaseFacts extends Pick<ImageFacts, 'ref' | 'layers'> {
  labels: ImageContents['config']['labels'];
  distribution: string | null;
  /** The diff ids of recorded images by the references that budgets name. */
  recorded: ReadonlyMap<string, readonly string[]>;
}

/**
 * Whether the base of an image is one that is allowed: `scratch`; a name or digest in its labels; `sha256:…` of one of its layers;
 * its distribution, in which `*` stands for anything; or a recorded image whose layers are its lowest ones. null: that cannot be known of
 * all of them. Pure.
 */
export function isOnBase(facts: BaseFacts, allowed: readonly string[]): boolean | null {
  const answers = allowed.map((base) => isBase(facts, base));
  if (answers.includes(true)) return true;
  return answers.includes(null) ? null : false;
}

function isBase({ labels, distribution, recorded, ...image }: BaseFacts, base: string): boolean | null {
  const ids = image.layers.map(({ diffId }) => diffId);
  if (base === 'scratch') return imageVariant(image)[1] === 'scratch';
  if (base.startsWith('sha256:')) {
    if (labels[digestLabel] === base || ids.includes(base)) return true;
    // It may be the digest of a manifest, which no layer has.
    return labels[digestLabel] === undefined ? null : false;
  }
  if (labels[nameLabel] !== undefined && isName(labels[nameLabel], base)) return true;
  if (distribution !== null && matchesPattern(base, distribution)) return true;
  const lower = recorded.get(base);
  if (lower) return lower.every((id, i) => ids[i] === id);
  return labels[nameLabel] === undefined && !base.includes(' ') ? null : false;
}

/** A name without registry stands for Docker's, and one without tag for every tag. */
function isName(name: string, wanted: string): boolean {
  const familiar = name.replace(/^docker\.io\/(library\/)?/, '');
  return [name, familiar].some((each) => each === wanted || each.replace(/[:@][^/]*$/, '') === wanted);
}
