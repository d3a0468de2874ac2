import { errorCode } from '#core/system';
import { type Connection, engineOf } from '../engines/index.ts';
import { rememberedBuilds } from './build-history.ts';
import { attestedContent, readContent, storedImage, type StoredImage } from './engine-content.ts';
import { Grpc } from './grpc.ts';
import { parseProvenance, type Provenance } from './provenance.ts';
import { Unreadable } from './unreadable.ts';

/** What an engine knows of how it built an image. */
export interface EngineBuild {
  /** null: its store does not say. */
  image: StoredImage | null;
  /** null: it did not build the image, or has forgotten it, and nothing is kept beside it. */
  provenance: Provenance | null;
}

/** An image that was built. */
export interface WantedBuild {
  /** Of its manifest, its configuration and, if several platforms or attestations have one, its index. */
  digests: readonly string[];
  /** Whether a name of a platform is that of the image. */
  isPlatform: (name: string) => boolean;
}

/** ms for everything; an engine that answers at all takes 20. */
const timeoutMs = 3000;

/**
 * Asks Docker's BuildKit, since Engine 23, about an image. What only makes an image's facts more exact may be missing: null, for any reason.
 */
export async function engineBuild(engine: Connection, wanted: WantedBuild): Promise<EngineBuild | null> {
  if (engineOf(engine.version.Components.map(({ Name }) => Name)) !== 'docker') return null;
  const socket = await engine.grpc(timeoutMs);
  if (!socket) return null;
  const grpc = new Grpc(socket, timeoutMs);
  try {
    const [image, provenance] = await Promise.all([
      firstStored(grpc, wanted.digests),
      provenanceOf(grpc, wanted),
    ]);
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

/** Of the newest build of this image; of one that is not remembered any more, what is kept beside it. */
async function provenanceOf(grpc: Grpc, { digests, isPlatform }: WantedBuild): Promise<Provenance | null> {
  const builds = (await rememberedBuilds(grpc)).toSorted((a, b) => b.completedAt - a.completedAt);
  const build = builds.find((each) => each.digests.some((digest) => digests.includes(digest)));
  const said = build?.provenance.find(({ platform }) => platform === null || isPlatform(platform));
  // What is kept beside the image is often less.
  const content = said ? await readContent(grpc, said.digest) : await attestedContent(grpc, digests);
  return content && parseProvenance(content);
}
