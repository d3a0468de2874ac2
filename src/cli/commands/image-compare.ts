import path from 'node:path';
import { comparisonCsv } from '#contract/report/csv';
import { comparisonMarkdown } from '#contract/report/markdown';
import { drain } from '#contract/streams';
import { answer } from '../answer.ts';
import type { Host } from '../host.ts';
import { showReading } from '../output/image-reading.ts';
import { comparisonWords } from '../words/comparison.ts';
import { plain } from '../words/plain.ts';
import type { Options, Registrar } from '../program.ts';
import { linkTo, withSentence, writeReport } from './compare.ts';

/** Adds `image compare <a> <b>`. */
export function addCompareImages(image: Registrar): void {
  const { imageInspect, compare } = image.text;
  image.add('compare', imageInspect.help.compare, compareImages, (command) =>
    command
      .argument('<a>', imageInspect.help.image)
      .argument('<b>', imageInspect.help.image)
      .option('--read', imageInspect.help.read)
      .option('--platform <platform>', imageInspect.help.platform)
      .option('--markdown', compare.help.markdown)
      .option('--csv', imageInspect.help.csv)
      .option('--html <file>', compare.help.html)
      .option('--force', compare.help.force),
  );
}

async function compareImages(host: Host, [a = '', b = '']: string[], options: Options): Promise<void> {
  const file = typeof options['html'] === 'string' ? path.resolve(host.system.cwd, options['html']) : null;
  const stream = await host.client.images.compare(
    {
      a,
      b,
      read: options['read'] === true,
      ...(options['platform'] ? { platform: String(options['platform']) } : {}),
      ...(file === null ? {} : { locale: host.locale }),
    },
    { signal: host.signal },
  );
  const progress = showReading(host);
  const { comparison, html } = await drain(stream, progress.update).finally(progress.end);
  if (file !== null && html !== null) await writeReport(file, html, options['force'] === true);
  const link = await linkTo(comparison, host);
  answer(host, withSentence(comparison, host), () => {
    if (options['markdown'] === true) return comparisonMarkdown(comparison, host.locale).trimEnd();
    if (options['csv'] === true) return comparisonCsv(comparison).trimEnd();
    const written = file === null ? [] : [host.text.compare.written(plain(file))];
    const inApp = link === null ? [] : [host.text.compare.inApp(link)];
    const { images } = comparison;
    const toRead = images?.files === null && !images.incomparable ? [host.text.imageInspect.readBoth] : [];
    return [comparisonWords(comparison, host), ...toRead, ...written, ...inApp].join('\n\n');
  });
}
