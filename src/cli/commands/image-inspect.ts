import type { ImageFile } from '#contract/image-look';
import { failure } from '#contract/failure';
import { drain } from '#contract/streams';
import { answer } from '../answer.ts';
import type { Host } from '../host.ts';
import { showReading } from '../output/image-reading.ts';
import type { Options, Registrar } from '../program.ts';
import { imageMarkdown } from '../words/image-markdown.ts';
import { type FileFilter, fileFilters, filesCsv, fittingFiles, imageJson } from '../words/image-files.ts';
import { imageWords } from '../words/image-words.ts';

/** Adds `image inspect <image>`. */
export function addInspectImage(image: Registrar): void {
  const { help } = image.text.imageInspect;
  image.add('inspect', help.inspect, inspect, (command) =>
    command
      .argument('<image>', help.image)
      .option('--platform <platform>', help.platform)
      .option('--files', help.files)
      .option('--filter <filter>', help.filter)
      .option('--layer <number>', help.layer)
      .option('--no-read', help.noRead)
      .option('--markdown', help.markdown)
      .option('--csv', help.csv),
  );
}

async function inspect(host: Host, [source = '']: string[], options: Options): Promise<void> {
  const filter = filterOf(options, host);
  const wantsFiles =
    options['files'] === true || filter !== null || options['layer'] !== undefined || options['csv'] === true;
  const stream = await host.client.images.look(
    {
      source,
      read: options['read'] !== false,
      files: wantsFiles || host.json,
      ...(options['platform'] ? { platform: String(options['platform']) } : {}),
    },
    { signal: host.signal },
  );
  const progress = showReading(host);
  const { filesJson, ...seen } = await drain(stream, progress.update).finally(progress.end);
  const layer = layerOf(options, seen.contents?.layers.length ?? 0, host);
  const all = filesJson === null ? null : (JSON.parse(filesJson) as ImageFile[]);
  const files = all && wantsFiles ? fittingFiles(all, filter, layer) : null;
  answer(host, imageJson(seen, all && fittingFiles(all, filter, layer)), () => {
    if (options['csv'] === true) return filesCsv(files ?? []).trimEnd();
    if (options['markdown'] === true) return imageMarkdown(seen, files, host).trimEnd();
    return imageWords(seen, files, host);
  });
}

/** Failures: usage.invalid. */
function filterOf(options: Options, host: Host): FileFilter | null {
  const given = options['filter'];
  if (given === undefined) return null;
  const found = fileFilters.find((each) => each === given);
  if (found) return found;
  throw usage(host.text.imageInspect.filterUnknown(String(given)));
}

/** The index of a layer, which people count from 1; null: of all. Failures: usage.invalid. */
function layerOf(options: Options, count: number, host: Host): number | null {
  const given = options['layer'];
  if (given === undefined) return null;
  const number = /^\d{1,5}$/.test(String(given)) ? Number(given) : 0;
  if (number >= 1 && number <= count) return number - 1;
  throw usage(host.text.imageInspect.layerUnknown(String(given), count));
}

function usage(detail: string): Error {
  return failure('usage.invalid', { detail, see: 'burrow image inspect --help' });
}
