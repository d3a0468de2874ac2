import { describeFailure } from '#contract/failure';
import type { ImageFile } from '#contract/image-look';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { pairs, table } from '../output/table.ts';
import type { SeenImage } from './image-files.ts';
import { imageFactsWords, imageSections } from './image-sections.ts';

/** The number of rows shown of a long list that was not asked for; `--json` has all of them. */
const maxRows = 12;

/** Formats an image for a terminal: its facts and sizes, then layers, waste, programs, secrets, and files, if wanted. */
export function imageWords(
  seen: SeenImage,
  files: readonly ImageFile[] | null,
  host: Pick<Host, 'text' | 'locale'>,
): string {
  const words = host.text.imageInspect;
  const [name, ...facts] = imageFactsWords(seen, host);
  const head = pairs([[name?.[0] ?? '', paint.strong(name?.[1] ?? '')], ...facts]);
  const tables = imageSections(seen, files, host).map(({ title, columns: [first, ...others], rows }) => {
    const isWhole = title === words.files || title === words.layers || rows.length <= maxRows;
    const shown = isWhole ? rows : rows.slice(0, maxRows);
    const heading = { title: [paint.strong(title), first?.title].filter(Boolean).join('  ') };
    const rest = rows.length - shown.length;
    return [
      table([heading, ...others], shown),
      ...(rest > 0 ? [paint.faint(host.text.common.more(rest))] : []),
    ].join('\n');
  });
  return [
    head,
    ...tables,
    ...(files?.length === 0 ? [words.noFiles] : []),
    ...(seen.missing ? [olderRecord(seen.missing, seen.record ?? '', host)] : []),
    ...(seen.contents ? [] : [paint.faint(words.notRead)]),
    ...(seen.contents?.secrets.length === 0 ? [paint.faint(words.noSecrets)] : []),
  ].join('\n\n');
}

/** Why a record is shown instead of the image that was asked for. */
function olderRecord(
  missing: NonNullable<SeenImage['missing']>,
  record: string,
  { text, locale }: Pick<Host, 'text' | 'locale'>,
): string {
  return paint.warn(`${describeFailure(missing, locale).message}\n${text.imageInspect.isRecord(record)}`);
}
