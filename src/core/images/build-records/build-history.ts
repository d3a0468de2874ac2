import type { Grpc } from './grpc.ts';
import { encodeMessage, Message } from './protobuf.ts';

/** A build that an engine remembers. */
export interface RememberedBuild {
  /** Seconds since 1970; 0: it has not ended. */
  completedAt: number;
  /** What it made, for each platform. */
  results: {
    /** `sha256:…` of its manifest or configuration. */
    digests: string[];
    /** `sha256:…` of what BuildKit wrote down about it; null: nothing. */
    provenance: string | null;
  }[];
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
  return (messages ?? []).flatMap((message) => new Message(message).messages(2).map(buildOf));
}

/** A `BuildHistoryRecord` (github.com/moby/buildkit, api/services/control/control.proto). Throws `Unreadable`. */
function buildOf(record: Message): RememberedBuild {
  const said = record.map(9);
  const saidDigests = ['containerimage.digest', 'containerimage.config.digest'].flatMap(
    (name) => said.get(name) ?? [],
  );
  const whole = record.messages(10).map(resultOf);
  const perPlatform = record.messages(11).flatMap((entry) => entry.messages(2).map(resultOf));
  const [only, ...others] = [...whole, ...perPlatform];
  const isOne = only !== undefined && others.length === 0;
  return {
    completedAt: record.messages(7)[0]?.number(1) ?? 0,
    // Of several platforms, what is said of all of them is about none.
    results: isOne ? [{ ...only, digests: [...only.digests, ...saidDigests] }] : [...perPlatform, ...whole],
  };
}

/** A `BuildResultInfo`. */
function resultOf(result: Message): RememberedBuild['results'][number] {
  const made = [...result.messages(1), ...result.messages(3).flatMap((entry) => entry.messages(2))];
  const provenance = result.messages(2).find((attestation) => isProvenance(attestation.map(5)));
  return {
    digests: [...new Set(made.map((descriptor) => descriptor.text(2)))],
    provenance: provenance?.text(2) ?? null,
  };
}

/** By its annotations. */
function isProvenance(annotations: ReadonlyMap<string, string>): boolean {
  return isProvenanceType(annotations.get('in-toto.io/predicate-type'));
}

/** Whether a type of statement is SLSA's provenance, of any version. */
export function isProvenanceType(type: string | undefined): boolean {
  return type?.startsWith('https://slsa.dev/provenance/') === true;
}
