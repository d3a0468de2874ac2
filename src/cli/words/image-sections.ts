import type { DockerfileLines } from '#contract/image-build';
import type { ImageContents } from '#contract/image-contents';
import type { ImageFile } from '#contract/image-look';
import { headline, layerMeasure } from '#contract/image-measure';
import { layerLabel, readStep, stepLine } from '#contract/image-step';
import type { ImageFacts } from '#contract/images';
import { effectOf } from '#contract/layer-effect';
import { imageReportTexts } from '#contract/report/image-texts';
import { formatBytes } from '#contract/units';
import { secretKinds } from '#contract/words/secret-kinds';
import type { Host } from '../host.ts';
import type { Column } from '../output/table.ts';
import type { SeenImage } from './image-files.ts';

/** A table about an image. */
export interface Section {
  title: string;
  /** Their titles, and whether they are aligned to the right. */
  columns: Column[];
  rows: string[][];
}

type Words = Pick<Host, 'text' | 'locale'>;

const sizeNames = ['compressedBytes', 'fileBytes', 'tarBytes', 'engineReported'] as const;
/** As much of a step as a row can have, in characters. */
const maxStep = 80;
const maxHalfStep = 44;

/** What is known of an image, each with its name. Pure. */
export function imageFactsWords(seen: SeenImage, { text, locale }: Words): [name: string, value: string][] {
  const { facts, contents, record } = seen;
  const words = text.imageInspect;
  const target = contents?.target ?? facts?.target;
  const size = (bytes: number) => formatBytes(bytes, locale);
  return [
    [text.image.ref, facts?.ref ?? contents?.source ?? ''],
    ...(record === null ? [] : ([[words.recordedAs, record]] as [string, string][])),
    [words.platform, platformWords(seen, words)],
    ...(target ? ([[words.target, target.name]] as [string, string][]) : []),
    ...sizeRows(seen, size, words),
    ...(contents ? contentRows(contents, size, words) : []),
    ...(facts && facts.engine.name !== 'archive'
      ? ([[words.engine, engineWords(facts)]] as [string, string][])
      : []),
    [words.digest, contents?.configDigest ?? facts?.id ?? ''],
  ];
}

function platformWords({ facts, contents }: SeenImage, words: Words['text']['imageInspect']): string {
  const others = contents?.otherPlatforms ?? [];
  const platform = contents?.platform ?? facts?.platform ?? '';
  return others.length === 0 ? platform : `${platform} (${words.otherPlatforms(others.join(', '))})`;
}

function engineWords({ engine }: ImageFacts): string {
  return `${engine.name} ${engine.version} · ${engine.store}`;
}

/** The size that leads first, then all others, each with who counted it. */
function sizeRows(
  { facts, contents }: SeenImage,
  size: (bytes: number) => string,
  words: Words['text']['imageInspect'],
): [string, string][] {
  const told = facts && facts.engine.name !== 'archive' ? facts : null;
  const leading = told && headline(told)?.measure;
  const rows = sizeNames.flatMap((name): [string, string][] => [
    ...(told?.sizes[name] == null
      ? []
      : ([[words.sizes[name], `${size(told.sizes[name])} (${words.told(told.engine.name)})`]] as [
          string,
          string,
        ][])),
    ...(name === 'engineReported' || contents?.sizes[name] == null
      ? []
      : ([[words.sizes[name], `${size(contents.sizes[name])} (${words.read})`]] as [string, string][])),
  ]);
  const isLeading = ([name]: [string, string]) =>
    leading !== null && name === words.sizes[leading ?? 'fileBytes'];
  return [...rows.filter(isLeading), ...rows.filter((row) => !isLeading(row))];
}

function contentRows(
  contents: ImageContents,
  size: (bytes: number) => string,
  words: Words['text']['imageInspect'],
): [string, string][] {
  const { config, distribution, packages, unreadPackages, finalBytes, waste } = contents;
  const command = config.cmd.join(' ');
  return [
    ['', words.final(size(finalBytes))],
    ...(waste.bytes > 0 ? ([['', words.wasted(size(waste.bytes))]] as [string, string][]) : []),
    [
      words.distribution,
      [
        distribution ?? words.noDistribution,
        ...(packages.length > 0 ? [words.packages(packages.length)] : []),
      ].join(' · '),
    ],
    ...unreadPackages.map((path): [string, string] => ['', words.unreadPackages(`/${path}`)]),
    [words.user, config.user || words.root],
    ...(config.entrypoint.length > 0
      ? ([[words.entrypoint, config.entrypoint.join(' ')]] as [string, string][])
      : []),
    ...(command ? ([[words.command, command]] as [string, string][]) : []),
  ];
}

/** The tables about an image, without those that have no rows. `files`: those to list; null: none. Pure. */
export function imageSections(seen: SeenImage, files: readonly ImageFile[] | null, host: Words): Section[] {
  const { facts, contents } = seen;
  const sections = contents
    ? [
        readLayers(contents, host),
        wasteSection(contents, host),
        programSection(contents, host),
        secretSection(contents, host),
        ...(files ? [fileSection(files, host)] : []),
      ]
    : facts
      ? [toldLayers(facts, host)]
      : [];
  return sections.filter(({ rows }) => rows.length > 0);
}

const right = (title: string): Column => ({ title, align: 'right' });

function readLayers({ layers, sizes }: ImageContents, { text, locale }: Words): Section {
  const words = text.imageInspect;
  const isCompressed = sizes.compressedBytes !== null;
  const places = dockerfilePlaces(layers);
  return {
    title: words.layers,
    columns: [
      { title: words.step },
      ...(places ? [{ title: words.dockerfile }] : []),
      ...(isCompressed ? [right(words.sizes.compressedBytes)] : []),
      right(words.sizes.fileBytes),
      right(words.added),
      right(words.changed),
      right(words.removed),
    ],
    rows: layers.map((layer, index) => {
      const { compressedBytes, fileBytes, added, changed, removed } = layer;
      const effect = effectOf(layer);
      return [
        `${index + 1}  ${layerLabel(layer, maxStep)}`,
        ...(places ? [places[index] ?? ''] : []),
        ...(isCompressed ? [formatBytes(compressedBytes ?? 0, locale)] : []),
        effect?.does === 'removes' ? words.removes(effect.count) : formatBytes(fileBytes, locale),
        ...[added, changed, removed].map((count) => (count === 0 ? '' : String(count))),
      ];
    }),
  };
}

function toldLayers(facts: ImageFacts, { text, locale }: Words): Section {
  const words = text.imageInspect;
  const places = dockerfilePlaces(facts.layers);
  const measure = layerMeasure(facts);
  const title = measure === null ? words.size : sentenceCase(imageReportTexts[locale].measure[measure]);
  return {
    title: words.layers,
    columns: [{ title: words.step }, ...(places ? [{ title: words.dockerfile }] : []), right(title)],
    rows: facts.layers.map(({ createdBy, bytes, diffId }, index) => [
      `${index + 1}  ${layerLabel({ step: createdBy ? readStep(createdBy) : null, diffId }, maxStep)}`,
      ...(places ? [places[index] ?? ''] : []),
      bytes === null ? '–' : formatBytes(bytes, locale),
    ]),
  };
}

/** Of each layer, `Dockerfile:16-18`; empty: not known. null: of none. */
function dockerfilePlaces(layers: readonly { dockerfile?: DockerfileLines | undefined }[]): string[] | null {
  if (layers.every(({ dockerfile }) => !dockerfile)) return null;
  return layers.map(({ dockerfile }) => {
    if (!dockerfile) return '';
    const { file, firstLine, lastLine } = dockerfile;
    return `${file}:${firstLine}${lastLine > firstLine ? `-${lastLine}` : ''}`;
  });
}

function wasteSection({ waste, layers }: ImageContents, { text, locale }: Words): Section {
  const words = text.imageInspect;
  const step = (layer: number) =>
    `${layer + 1}  ${stepLine(layers[layer]?.step?.text || words.unknownStep, maxHalfStep)}`;
  return {
    title: words.waste,
    columns: [{ title: '' }, right(''), { title: words.stored }, { title: words.hidden }],
    rows: waste.files.map(({ path, bytes, layer, hiddenBy, how }) => [
      `/${path}`,
      formatBytes(bytes, locale),
      step(layer),
      `${step(hiddenBy)} (${words.how[how]})`,
    ]),
  };
}

function programSection({ programs, unreadPrograms }: ImageContents, { text, locale }: Words): Section {
  const words = text.imageInspect;
  return {
    title: words.programs,
    columns: [{ title: '' }, right(''), { title: 'Go' }, { title: '' }, { title: '' }],
    rows: [
      ...programs.map(({ path, bytes, goVersion, module, version, target, build, buildBy }) => [
        `/${path}`,
        formatBytes(bytes, locale),
        (goVersion ?? '').replace(/^go/, ''),
        [module, version].filter(Boolean).join(' '),
        [target, ...(build === null ? [] : [words.build(build, buildBy === 'build-id')])].join(', '),
      ]),
      ...unreadPrograms.map(({ path, bytes, reason }) => [
        `/${path}`,
        formatBytes(bytes, locale),
        '',
        words.unreadProgram[reason],
        '',
      ]),
    ],
  };
}

function secretSection({ secrets, layers }: ImageContents, { text, locale }: Words): Section {
  const words = text.imageInspect;
  return {
    title: words.secrets,
    columns: [{ title: '' }, { title: '' }, { title: '' }],
    rows: secrets.map(({ kind, path, name, layer, hidden }) => [
      path === null ? (name ?? words.inConfig) : `/${path}`,
      secretKinds[locale][kind],
      [
        ...(layer === null
          ? []
          : [`${layer + 1}  ${stepLine(layers[layer]?.step?.text ?? '', maxHalfStep)}`]),
        ...(hidden ? [`(${words.stillThere})`] : []),
      ].join(' '),
    ]),
  };
}

function fileSection(files: readonly ImageFile[], { text, locale }: Words): Section {
  const words = text.imageInspect;
  const change = { added: words.added, changed: words.changed, removed: words.removed };
  return {
    title: words.files,
    columns: [
      { title: '' },
      right(words.size),
      { title: '' },
      { title: words.mode },
      { title: words.owner },
      right(words.layer),
    ],
    rows: files.map((file) => [
      file.link === null ? file.path : `${file.path} → ${file.link}`,
      file.kind === 'file' ? formatBytes(file.bytes, locale) : '',
      change[file.change],
      file.change === 'removed' ? '' : file.mode,
      file.change === 'removed' ? '' : file.owner,
      String(file.layer + 1),
    ]),
  };
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
