import { errorCode } from '#core/system';
import { type Connection, engineOf } from '../engines/index.ts';
import { rememberedBuilds } from './build-history.ts';
import { readContent, storedImage, type StoredImage } from './engine-content.ts';
import { Grpc } from './grpc.ts';
import { parseProvenance, type Provenance } from './provenance.ts';
import { Unreadable } from './unreadable.ts';

/** What an engine knows of how it built an image. */
export interface EngineBuild {
  /** null: its store does not say. */
  image: StoredImage | null;
  /** null: it did not build the image, or has forgotten it. */
  provenance: Provenance | null;
}

/** ms for everything; an engine that answers at all takes 20. */
const timeoutMs = 3000;

/**
 * Asks Docker's BuildKit, since Engine 23, about an image. `digests`: that of its configuration, in the containerd store that of the
 * manifest of its platform, or both. What only makes an image's facts more exact may be missing: null, for any reason.
 */
export async function engineBuild(
  engine: Connection,
  digests: readonly string[],
): Promise<EngineBuild | null> {
  if (engineOf(engine.version.Components.map(({ Name }) => Name)) !== 'docker') return null;
  const socket = await engine.grpc(timeoutMs);
  if (!socket) return null;
  const grpc = new Grpc(socket, timeoutMs);
  try {
    const [image, provenance] = await Promise.all([firstStored(grpc, digests), provenanceOf(grpc, digests)]);
    return { image, provenance };
  } catch (error) {
    if (error instanceof Unreadable || errorCode(error) !== undefined) return null;
    throw error;
  } finally {
    grpc.close();
  }
}

async function firstStored(grpc: Grpc, digests: readonly string[]): Promise<StoredImage | null> {
  for (const digest of digests) {
    const image = await storedImage(grpc, digest);
    if (image) return image;
  }
  return null;
}

/** Of the newest build of this image. */
async function provenanceOf(grpc: Grpc, wanted: readonly string[]): Promise<Provenance | null> {
  const builds = (await rememberedBuilds(grpc)).toSorted((a, b) => b.completedAt - a.completedAt);
  const result = builds
    .flatMap(({ results }) => results)
    .find(({ digests }) => digests.some((digest) => wanted.includes(digest)));
  if (!result?.provenance) return null;
  const content = await readContent(grpc, result.provenance);
  return content && parseProvenance(content);
}
