import type { ImageSecret } from '#contract/image-contents';
import { readStep } from '#contract/image-step';
import { maskImageStep } from '#core/system';
import type { AppliedLayers, LayerContent } from '../contents/index.ts';
import {
  type FoundSecret,
  secretsInCommand,
  secretsInEnv,
  secretsInLabels,
  secretsInStep,
} from './config-secrets.ts';
import { secretInFile } from './file-rules.ts';

/** Where secrets are looked for; nothing is masked. */
export interface SearchedImage {
  layers: readonly { content: LayerContent; kept: ReadonlyMap<string, Buffer> }[];
  /** Of each step of the history, the first one first, as the configuration has it. */
  history: readonly { createdBy: string; layer: number | null }[];
  env: readonly string[];
  /** What a container runs, in words. */
  command: readonly string[];
  labels: Readonly<Record<string, string>>;
}

/**
 * What looks like a secret: in files of every layer, also those that later layers hide, in the configuration and in the
 * history. The values are in none of the findings.
 */
export function findSecrets(image: SearchedImage, applied: AppliedLayers): ImageSecret[] {
  const steps = image.history.map(({ createdBy, layer }) => ({
    layer,
    text: readStep(maskImageStep(createdBy)).text,
    found: secretsInStep(readStep(createdBy)),
  }));
  const stepOf = (layer: number) => steps.find((step) => step.layer === layer)?.text ?? null;
  const files = secretFiles(image, applied).map((file) => ({
    ...file,
    name: null,
    step: stepOf(file.layer),
  }));
  const told = steps.flatMap(({ layer, text, found }) =>
    found.map((each) => ({ ...each, path: null, layer, step: text, hidden: false })),
  );
  const configured = [
    ...secretsInEnv(image.env),
    ...secretsInLabels(image.labels),
    // Of CMD and ENTRYPOINT, whose steps make no layer, the history told it.
    ...(told.some(({ kind, layer }) => kind === 'command' && layer === null)
      ? []
      : secretsInCommand(image.command)),
  ].map((each) => ({
    ...each,
    path: null,
    layer: null,
    step: null,
    hidden: false,
  }));
  // What a step set is in the configuration, too, unless a later step changed it.
  return [...files, ...withoutRepeated([...told, ...configured])];
}

function withoutRepeated<T extends FoundSecret>(findings: readonly T[]): T[] {
  const seen = new Set<string>();
  return findings.filter(({ kind, name }) => {
    if (name === null) return true;
    const key = `${kind} ${name}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

type SecretFile = Pick<ImageSecret, 'kind' | 'hidden'> & { path: string; layer: number };

function secretFiles({ layers }: SearchedImage, applied: AppliedLayers): SecretFile[] {
  const found: SecretFile[] = [];
  for (const [layer, { content, kept }] of layers.entries()) {
    // One that the image has twice is stored once.
    if (kept.size === 0 || layers.findIndex((each) => each.content === content) !== layer) continue;
    for (let entry = 0; entry < content.paths.length; entry++) {
      const path = content.paths[entry] ?? '';
      const file = (content.bytes[entry] ?? 0) > 0 ? kept.get(path) : undefined;
      const kind = file ? secretInFile(path, file) : null;
      if (!kind) continue;
      const hidden = applied.hidden(layer, entry);
      // Stored again with the same content above, where it is found, too.
      if (hidden?.how !== 'same') found.push({ kind, path, layer, hidden: hidden !== null });
    }
  }
  return found;
}
