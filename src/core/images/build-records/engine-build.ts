import { errorCode } from '#core/system';
import type { Connection, Store } from '../engines/index.ts';
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
 * Asks Docker's BuildKit, since Engine 23, about an image. `digest`: that of its configuration, in the containerd store that of the
 * manifest of its platform. What only makes an image's facts more exact may be missing: null, for any reason.
 */
export async function engineBuild(
  engine: Connection,
  store: Pick<Store, 'engine'>,
  digest: string,
): Promise<EngineBuild | null> {
  if (store.engine !== 'docker') return null;
  const socket = await engine.grpc(timeoutMs);
  if (!socket) return null;
  const grpc = new Grpc(socket, timeoutMs);
  try {
    const image = await storedImage(grpc, digest);
    return { image, provenance: await provenanceOf(grpc, digest) };
  } catch (error) {
    if (error instanceof Unreadable || errorCode(error) !== undefined) return null;
    throw error;
  } finally {
    grpc.close();
  }
}

/** Of the newest build of this image. */
async function provenanceOf(grpc: Grpc, digest: string): Promise<Provenance | null> {
  const builds = (await rememberedBuilds(grpc)).toSorted((a, b) => b.completedAt - a.completedAt);
  const result = builds.flatMap(({ results }) => results).find(({ digests }) => digests.includes(digest));
  if (!result?.provenance) return null;
  const content = await readContent(grpc, result.provenance);
  return content && parseProvenance(content);
}
