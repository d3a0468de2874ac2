import { replaceControlCharacters } from '#contract/control-characters';
import type { DockerfileLines } from '#contract/image-build';
import type { ImageContents } from '#contract/image-contents';
import { maskImageStep, maskSecrets } from '#core/system';
import type { BuildRecord } from './record.ts';

/** The record as it is kept: secrets masked in everything that people, compilers and engines wrote. Pure. */
export function maskedRecord(record: BuildRecord): BuildRecord {
  const revision = record.vcs?.commit ?? null;
  const built = record.settings.find(({ key }) => key === 'vcs.revision')?.value ?? revision;
  return {
    ...record,
    subject: maskSecrets(record.subject),
    settings: record.settings.map(({ key, value }) => ({ key, value: maskSecrets(value, built) })),
    flags: record.flags.map((each) => maskSecrets(each, revision)),
    name: record.name === null ? null : maskSecrets(record.name),
    note: record.note === null ? null : maskSecrets(record.note),
    logTail: record.logTail === null ? null : maskSecrets(record.logTail, revision),
    image: record.image && {
      ...record.image,
      ref: maskSecrets(record.image.ref),
      engine: { ...record.image.engine, endpoint: maskSecrets(record.image.engine.endpoint) },
      layers: record.image.layers.map((layer) => ({
        ...layer,
        createdBy: layer.createdBy === null ? null : maskImageStep(layer.createdBy),
        dockerfile: maskedLines(layer.dockerfile),
      })),
    },
  };
}

/** What was read of an image as it is kept: secrets masked in everything that its builder wrote. Pure. */
export function maskedContents(contents: ImageContents): ImageContents {
  const { config } = contents;
  return {
    ...contents,
    source: maskSecrets(contents.source),
    layers: contents.layers.map((layer) => ({
      ...layer,
      dockerfile: maskedLines(layer.dockerfile),
      step: layer.step && {
        ...layer.step,
        createdBy: maskImageStep(layer.step.createdBy),
        text: maskImageStep(layer.step.text),
        args: masksIn(layer.step.args),
      },
    })),
    config: {
      ...config,
      entrypoint: masksIn(config.entrypoint),
      cmd: masksIn(config.cmd),
      env: masksIn(config.env),
      labels: Object.fromEntries(
        Object.entries(config.labels).map(([name, value]) => [name, maskSecrets(value)]),
      ),
    },
  };
}

/** As they are when they are found (core/images/build-records); an import may bring others. */
function maskedLines(lines: DockerfileLines | undefined): DockerfileLines | undefined {
  return lines && { ...lines, file: maskSecrets(lines.file), text: maskSecrets(lines.text) };
}

function masksIn(values: readonly string[]): string[] {
  return values.map((each) => maskSecrets(each));
}

/** A name stands in a line of a list, so it is one line without control characters. Pure. */
export function oneLine(name: string): string {
  return replaceControlCharacters(name, () => ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
