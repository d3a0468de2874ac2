import { failure } from '#contract/failure';
import { z } from 'zod';
import type { VersionReply } from './replies.ts';

const descriptor = z.object({ digest: z.string(), size: z.number().int() });

/** One image of `nerdctl image inspect --mode=native`: containerd's own, for the platform of this machine. */
const native = z.object({
  Image: z.object({ Name: z.string(), Target: descriptor, CreatedAt: z.string() }),
  ManifestDesc: descriptor,
  Manifest: z.object({ config: descriptor, layers: z.array(descriptor).nullish() }),
  ImageConfig: z.object({
    created: z.string().nullish(),
    architecture: z.string(),
    os: z.string(),
    variant: z.string().nullish(),
    rootfs: z.object({ diff_ids: z.array(z.string()).nullish() }),
    history: z
      .array(z.object({ created_by: z.string().nullish(), empty_layer: z.boolean().nullish() }))
      .nullish(),
  }),
});
export type NativeImage = z.infer<typeof native>;

const components = z.array(z.object({ Name: z.string(), Version: z.string() })).nullish();
const version = z.object({
  Client: z.object({ Version: z.string(), Os: z.string().nullish(), Arch: z.string().nullish() }),
  Server: z.object({ Components: components }).nullish(),
});
const info = z.object({ Driver: z.string(), OperatingSystem: z.string().nullish() });
const named = z.object({ Name: z.string() });

/** What containerd's snapshotters call themselves in Docker's API. */
const containerdStore = [['driver-type', 'io.containerd.snapshotter.v1']];

/** Reads what nerdctl printed. Failures: engine.unreadable. */
export function nerdctlAnswer(text: string, engine: string) {
  const read = <T>(schema: z.ZodType<T>, json: string): T => {
    const found = schema.safeParse(jsonIn(json));
    if (found.success) return found.data;
    const detail = found.error.issues[0]?.path.join('.') || 'JSON';
    throw failure('engine.unreadable', { engine, detail });
  };
  return {
    /** The version of containerd, as of Docker's API 1.51; nerdctl itself has no API. */
    version: (): VersionReply => {
      const { Client, Server } = read(version, text);
      const containerd = Server?.Components?.find(({ Name }) => Name === 'containerd');
      if (!containerd) throw failure('engine.not-running', { tried: [engine], product: 'containerd' });
      const { Os, Arch } = Client;
      return {
        Version: containerd.Version,
        ApiVersion: '1.51',
        Os,
        Arch,
        Components: [{ Name: 'containerd' }],
      };
    },
    info: () => ({ ...read(info, text), DriverStatus: containerdStore }),
    /** None if it prints nothing, as for an unknown image. */
    images: (): NativeImage[] => (text.trim() === '' ? [] : read(z.array(native), text)),
    /** Of `image ls`, which prints a line for each image and platform. */
    names: (): string[] => [
      ...new Set(
        text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => read(named, line).Name)
          .filter((name) => name !== '' && !name.startsWith('-')),
      ),
    ],
  };
}

/** An image in the replies of Docker's API. */
export function nativeImage({ Image, ManifestDesc, Manifest, ImageConfig }: NativeImage) {
  const { os, architecture, variant, created, rootfs, history } = ImageConfig;
  const layers = Manifest.layers ?? [];
  const content = [ManifestDesc, Manifest.config, ...layers].reduce((sum, { size }) => sum + size, 0);
  const names = { Id: Image.Target.digest, RepoTags: [Image.Name], RepoDigests: [] };
  const platform = { os, architecture, ...(variant ? { variant } : {}) };
  const manifest = {
    ID: ManifestDesc.digest,
    Kind: 'image',
    Size: { Content: content },
    ImageData: { Platform: platform },
  };
  return {
    json: {
      ...names,
      Created: created,
      Os: os,
      Architecture: architecture,
      Variant: variant,
      Size: content,
      RootFS: { Layers: rootfs.diff_ids ?? [] },
    },
    // Newest first, as in Docker's API, which has no word for steps without a layer.
    history: (history ?? []).toReversed().map(({ created_by, empty_layer }) => ({
      CreatedBy: created_by ?? '',
      Size: null,
      Empty: empty_layer === true,
    })),
    listed: {
      ...names,
      Created: Math.floor(Date.parse(created ?? Image.CreatedAt) / 1000) || 0,
      // nerdctl prints it rounded.
      Size: null,
      Manifests: [manifest],
    },
  };
}

/** What a path of Docker's API asks for. `ref` is empty where it is about no image. */
export function askedOf(path: string): {
  what: 'info' | 'list' | 'json' | 'history' | 'other';
  ref: string;
} {
  if (path === '/info') return { what: 'info', ref: '' };
  if (/^\/images\/json(?:\?|$)/.test(path)) return { what: 'list', ref: '' };
  const [, encoded = '', what] = /^\/images\/(.+)\/(json|history|get)$/.exec(path) ?? [];
  const ref = decodeURIComponent(encoded);
  // A name is an argument of a command, where a dash would begin an option.
  if (ref === '' || ref.startsWith('-')) return { what: 'other', ref: '' };
  return { what: what === 'history' ? 'history' : 'json', ref };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
