import { z } from 'zod';
import { jsonIn } from './engine-content.ts';

/** Go encodes an empty list as null and may omit fields. */
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? []);
const record = <T extends z.ZodType>(item: T) =>
  z
    .record(z.string(), item)
    .nullish()
    .transform((items) => items ?? {});

/** What a step does, as far as it tells on which of its inputs it is built; without an input, on the first. */
const op = z.object({
  file: z.object({ actions: list(z.object({ input: z.number().nullish() })) }).nullish(),
  exec: z
    .object({ mounts: list(z.object({ dest: z.string().nullish(), input: z.number().nullish() })) })
    .nullish(),
  source: z.object({}).nullish(),
});

const step = z.object({
  id: z.string(),
  /** `step3:0`: the first result of step 3. */
  inputs: list(z.string()),
  op: z
    .object({ Op: op.nullish() })
    .nullish()
    .transform((value) => value?.Op ?? {}),
});
export type BuildStep = z.infer<typeof step>;

const position = z.object({ line: z.number().int() });
const location = z.object({
  /** Of `infos`. */
  sourceIndex: z
    .number()
    .int()
    .nullish()
    .transform((index) => index ?? 0),
  ranges: list(z.object({ start: position, end: position })),
});
export type BuildLocation = z.infer<typeof location>;

const buildKitMetadata = z.object({
  source: z
    .object({
      /** By the id of a step. */
      locations: record(z.object({ locations: list(location) })),
      /** `data`: in base64. */
      infos: list(
        z.object({
          filename: z.string().nullish(),
          language: z.string().nullish(),
          data: z.string().nullish(),
        }),
      ),
    })
    .nullish(),
  /** By the result of a step, the layers of which it consists, lowest first; once or several times. */
  layers: record(list(list(z.object({ digest: z.string() })))),
});

const parameters = z.object({ args: record(z.string()) }).nullish();
const buildConfig = z.object({ llbDefinition: list(step) }).nullish();
const metadataName = 'https://mobyproject.org/buildkit@v1#metadata';

/** Version 0.2. What `mode=min` leaves out is missing. */
const version02 = z.object({
  invocation: z.object({ parameters }),
  buildConfig,
  metadata: z.object({ [metadataName]: buildKitMetadata.nullish() }).nullish(),
});

/** Version 1, in which BuildKit has moved some parts since. */
const version1 = z.object({
  buildDefinition: z.object({
    externalParameters: z.object({ request: parameters, parameters, buildConfig }).nullish(),
    internalParameters: z.object({ buildConfig }).nullish(),
  }),
  runDetails: z.object({
    metadata: z
      .object({
        buildkit_metadata: buildKitMetadata.nullish(),
        [metadataName]: buildKitMetadata.nullish(),
      })
      .nullish(),
  }),
});

/** What BuildKit wrote down about a build. It contains values of build arguments: never show or keep it. */
export interface Provenance {
  /** What the builder was given: `target`, `build-arg:VERSION`. */
  args: Readonly<Record<string, string>>;
  /** Each after its inputs; the last one does nothing. */
  steps: readonly BuildStep[];
  /** By the id of a step. Maps, since an id may be any text, such as `constructor`. */
  locations: ReadonlyMap<string, readonly BuildLocation[]>;
  /** The Dockerfiles; usually one. */
  files: readonly { name: string; text: string }[];
  /** By the result of a step (`step3:0`), the digests of its layers, lowest first. */
  layers: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/**
 * Parses SLSA's provenance as BuildKit writes it (docs.docker.com/build/metadata/attestations/slsa-definitions), with or
 * without its in-toto statement. null: another builder's. Throws `Unreadable`.
 */
export function parseProvenance(content: Buffer): Provenance | null {
  const document = jsonIn(content);
  const statement = z.object({ predicate: z.unknown() }).safeParse(document).data;
  const predicate = statement?.predicate ?? document;
  const old = version02.safeParse(predicate).data;
  if (old) {
    return provenanceOf(old.invocation.parameters, old.buildConfig, old.metadata?.[metadataName]);
  }
  const found = version1.safeParse(predicate).data;
  if (!found) return null;
  const { externalParameters: external, internalParameters: internal } = found.buildDefinition;
  const { metadata } = found.runDetails;
  return provenanceOf(
    external?.request ?? external?.parameters,
    internal?.buildConfig ?? external?.buildConfig,
    metadata?.buildkit_metadata ?? metadata?.[metadataName],
  );
}

function provenanceOf(
  given: z.infer<typeof parameters>,
  built: z.infer<typeof buildConfig>,
  metadata: z.infer<typeof buildKitMetadata> | null | undefined,
): Provenance {
  const infos = metadata?.source?.infos ?? [];
  return {
    args: given?.args ?? {},
    steps: built?.llbDefinition ?? [],
    locations: new Map(
      Object.entries(metadata?.source?.locations ?? {}).map(([id, { locations }]) => [id, locations]),
    ),
    files: infos.map(({ filename, language, data }) => ({
      name: filename ?? '',
      // Frontends other than Dockerfile's have other files.
      text: language === 'Dockerfile' ? Buffer.from(data ?? '', 'base64').toString('utf8') : '',
    })),
    layers: new Map(
      Object.entries(metadata?.layers ?? {}).map(([result, chains]) => [
        result,
        chains.map((chain) => chain.map(({ digest }) => digest)),
      ]),
    ),
  };
}
