import { readStep } from './image-step.ts';
import type { ImageFacts } from './images.ts';

/**
 * What tells images of one name apart that are no versions of each other, such as `shop:1.2-alpine` and `shop:1.2`, as no
 * image says from which stage of its Dockerfile it is: the words of its tag that name a variant, and what its lowest
 * layer is.
 */
export function imageVariant({
  ref,
  layers,
}: Pick<ImageFacts, 'ref' | 'layers'>): [tag: string, base: string] {
  return [variantIn(tagOf(ref)), baseOf(layers)];
}

/** The tag of an image: `1.0` of `localhost:5000/shop:1.0`; empty: it has none. */
export function tagOf(ref: string): string {
  const [named = ''] = ref.split('@');
  const colon = named.lastIndexOf(':');
  return colon > named.lastIndexOf('/') ? named.slice(colon + 1) : '';
}

/**
 * Words of tags that name a variant and not a version: distributions, their releases, C libraries, and how much is in the image.
 * Words that are not known, as the names of branches, are versions.
 */
const variants: ReadonlySet<string> = new Set(
  `alpine bitnami bookworm bullseye busybox buster centos cgo chainguard chiseled debian debug distroless fat fedora focal
  full glibc jammy lite minimal musl nanoserver noble nonroot oraclelinux perl race rocky rootless scratch sid slim static
  stretch trixie ubi ubuntu uclibc wolfi windowsservercore`.split(/\s+/),
);

function variantIn(tag: string): string {
  const words = tag
    .toLowerCase()
    .split(/[-_.+]/)
    // `alpine3.20`, `ubi9`
    .map((word) => word.replace(/\d+$/, ''))
    .filter((word) => variants.has(word));
  return words.join('-');
}

/**
 * The lowest layer without what changes when it is updated: `ADD alpine-minirootfs-3.22.1-x86_64.tar.gz / # buildkit` is the same of all
 * releases. `scratch`: it is a step of the Dockerfile itself.
 */
function baseOf([lowest]: ImageFacts['layers']): string {
  if (!lowest) return 'scratch';
  // Imported from an archive, without a word about it.
  if (lowest.createdBy === null) return lowest.diffId;
  const { instruction, text } = readStep(lowest.createdBy);
  if (instruction === 'COPY' || instruction === 'RUN' || instruction === 'WORKDIR') return 'scratch';
  return text.replaceAll(/\b[0-9a-f]{12,}\b|@?\d[\d.]*/g, '');
}
