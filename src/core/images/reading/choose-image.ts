import { failure } from '#contract/failure';
import { familiarRef } from '../facts/index.ts';
import type { Candidate } from './candidates.ts';
import { platformOf, samePlatform } from './platform.ts';

/** What chooses an image. */
export interface Choice {
  /** A name or digest; undefined: there must be only one image. */
  image: string | undefined;
  /** undefined: one of `here`, in this order, or the only one. */
  platform: string | undefined;
  here: readonly string[];
}

/**
 * Chooses one image for one platform, and tells the other platforms of it that are there. Failures: image.several,
 * image.no-such-platform, image.content-missing.
 */
export function chooseImage(
  source: string,
  candidates: readonly Candidate[],
  { image, platform, here }: Choice,
): { chosen: Candidate; others: string[] } {
  const ofImage = image === undefined ? candidates : candidates.filter((each) => isNamed(each, image));
  const images = [...new Set(ofImage.map(labelOf))];
  if (ofImage.length === 0) {
    const all = [...new Set(candidates.map(labelOf))];
    throw failure('image.several', { source, wanted: image ?? null, images: all });
  }
  const whole = ofImage.filter(({ missing }) => missing === null);
  const fitting =
    platform === undefined
      ? (here.map((each) => forPlatform(whole, each)).find((found) => found.length > 0) ?? onePlatform(whole))
      : forPlatform(whole, platform);
  const [chosen] = fitting;
  if (!chosen) {
    const lacking =
      platform === undefined ? (whole.length === 0 ? ofImage : []) : forPlatform(ofImage, platform);
    const at = lacking.find(({ missing }) => missing !== null)?.missing;
    if (at != null) throw failure('image.content-missing', { source, at });
    const wanted = platform ?? null;
    throw failure('image.no-such-platform', { source, wanted, platforms: platformsOf(whole) });
  }
  // Several images for one platform, or of several names.
  if (fitting.length > 1 || new Set(whole.map(nameOf)).size > 1) {
    throw failure('image.several', { source, wanted: null, images });
  }
  return { chosen, others: platformsOf(whole.filter((each) => each !== chosen)) };
}

function forPlatform(candidates: readonly Candidate[], wanted: string): Candidate[] {
  return candidates.filter(({ config }) => samePlatform(platformOf(config), wanted));
}

function platformsOf(candidates: readonly Candidate[]): string[] {
  return [...new Set(candidates.map(({ config }) => platformOf(config)))];
}

/** All of them, if they are for one platform. */
function onePlatform(candidates: readonly Candidate[]): readonly Candidate[] {
  return platformsOf(candidates).length === 1 ? candidates : [];
}

function isNamed({ names, aliases }: Candidate, wanted: string): boolean {
  const name = familiarRef(wanted);
  return names.has(name) || names.has(`${name}:latest`) || aliases.has(wanted);
}

/** What the platforms of one image have in common. */
function nameOf({ names }: Candidate): string {
  return [...names].toSorted().join(' ');
}

/** What a person can choose it by. */
function labelOf({ names, configDigest }: Candidate): string {
  return [...names][0] ?? configDigest;
}
