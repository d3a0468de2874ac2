import type { Grpc } from './grpc.ts';
import { encodeMessage, maxFields, Message } from './protobuf.ts';

/** A build that an engine remembers. */
export interface RememberedBuild {
  /** Seconds since 1970; 0: it has not ended. */
  completedAt: number;
  /** `sha256:…` of what it made: an image's index, manifest or configuration. */
  digests: string[];
  /** `sha256:…` of what BuildKit wrote down about it, for each platform; `null`: it was built for one, which is not named. */
  provenance: { platform: string | null; digest: string }[];
}

/** Of all builds together. BuildKit keeps the last 50, or those of two days, with some kilobytes each. */
const maxBytes = 32_000_000;

/** The builds that BuildKit remembers; none: this engine has no BuildKit, or an old one. Throws as `Grpc.call`. */
export async function rememberedBuilds(grpc: Grpc): Promise<RememberedBuild[]> {
  const messages = await grpc.call({
    method: '/moby.buildkit.v1.Control/ListenBuildHistory',
    // EarlyExit: those that are there, without waiting for others.
    request: encodeMessage({ 3: 1 }),
    maxBytes,
  });
  const left = { fields: maxFields };
  return (messages ?? []).flatMap((message) => new Message(message, left).messages(2).map(buildOf));
}

/** A `BuildHistoryRecord` (github.com/moby/buildkit, api/services/control/control.proto). Throws `Unreadable`. */
function buildOf(record: Message): RememberedBuild {
  const said = record.map(9);
  const saidDigests = ['containerimage.digest', 'containerimage.config.digest'].flatMap(
    (name) => said.get(name) ?? [],
  );
  const whole = record.messages(10);
  const perPlatform = record
    .messages(11)
    .map((entry) => ({ platform: entry.text(1), results: entry.messages(2) }));
  return {
    completedAt: record.messages(7)[0]?.number(1) ?? 0,
    digests: [
      ...[...whole, ...perPlatform.flatMap(({ results }) => results)].flatMap(digestsOf),
      ...saidDigests,
    ],
    provenance: [{ platform: null, results: whole }, ...perPlatform].flatMap(({ platform, results }) =>
      results.flatMap(provenanceOf).map((digest) => ({ platform, digest })),
    ),
  };
}

/** Of a `BuildResultInfo`. */
function digestsOf(result: Message): string[] {
  const made = [...result.messages(1), ...result.messages(3).flatMap((entry) => entry.messages(2))];
  return [...new Set(made.map((descriptor) => descriptor.text(2)))];
}

/** Of a `BuildResultInfo`. */
function provenanceOf(result: Message): string[] {
  const found = result.messages(2).find((attestation) => isProvenance(attestation.map(5)));
  return found ? [found.text(2)] : [];
}

/** By its annotations. */
function isProvenance(annotations: ReadonlyMap<string, string>): boolean {
  return isProvenanceType(annotations.get('in-toto.io/predicate-type'));
}

/** Whether a type of statement is SLSA's provenance, of any version. */
export function isProvenanceType(type: string | undefined): boolean {
  return type?.startsWith('https://slsa.dev/provenance/') === true;
}
