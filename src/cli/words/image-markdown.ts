import type { ImageFile } from '#contract/image-look';
import { markdownCode, markdownTable, markdownText } from '#contract/markdown';
import type { Host } from '../host.ts';
import type { SeenImage } from './image-files.ts';
import { imageFactsWords, imageSections } from './image-sections.ts';

/** An image as Markdown: its facts and sizes, then a table for each kind of what is in it. */
export function imageMarkdown(
  seen: SeenImage,
  files: readonly ImageFile[] | null,
  host: Pick<Host, 'text' | 'locale'>,
): string {
  const facts = imageFactsWords(seen, host).map(([name, value]) => [name, markdownText(value)]);
  const tables = imageSections(seen, files, host).map(({ title, columns, rows }) => {
    const numbers = columns.flatMap(({ align }, at) => (align === 'right' ? [at] : []));
    const cells = rows.map((row) =>
      row.map((cell, at) => (at === 0 ? markdownCode(cell) : markdownText(cell))),
    );
    const titles = columns.map((column) => column.title);
    return `**${title}**\n\n${markdownTable(titles, cells, numbers)}`;
  });
  return `${[markdownTable(['', ''], facts), ...tables].join('\n\n')}\n`;
}
