import type { ImageFacts } from '#contract/images';
import { formatBytes, formatMoment } from '#contract/units';
import { answer } from '../answer.ts';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { pairs, table } from '../output/table.ts';
import type { Registrar } from '../program.ts';
import { addCompareImages } from './compare.ts';
import { addRecordImage } from './image-record.ts';

const sizeNames = ['engineReported', 'fileBytes', 'tarBytes', 'compressedBytes'] as const;

function imageWords(image: ImageFacts, host: Host): string {
  const { text, locale } = host;
  const size = (bytes: number | null) =>
    bytes === null ? paint.faint(text.image.notTold) : formatBytes(bytes, locale);
  const head = pairs([
    [text.image.ref, paint.strong(image.ref)],
    [text.image.platform, image.platform],
    [text.image.engine, `${image.engine.name} ${image.engine.version} · ${image.engine.store}`],
    ...sizeNames.map((name) => [text.image.sizes[name], size(image.sizes[name])] as const),
    [text.image.id, image.id],
  ]);
  const layers = table(
    [{ title: paint.strong(text.image.layers) }, { title: '', align: 'right' }],
    image.layers.map((layer) => [
      (layer.createdBy ?? layer.diffId).slice(0, 80),
      layer.bytes === null ? '–' : formatBytes(layer.bytes, locale),
    ]),
  );
  return `${head}\n\n${layers}`;
}

export function imageCommands(to: Registrar): void {
  const text = to.text;
  const image = to.group('image', text.image.help.summary);

  image.add('list', text.image.help.list, async (host) => {
    const result = await host.client.images.list(undefined, { signal: host.signal });
    answer(host, result, () => {
      const words = host.text.image;
      if (result.images.length === 0) return words.empty;
      return table(
        [{ title: words.ref }, { title: words.created }, { title: words.reported, align: 'right' }],
        result.images.map((each) => [
          each.ref,
          each.createdAt ? formatMoment(each.createdAt, host.locale, host.system.now()) : '',
          each.engineReported === null ? '–' : formatBytes(each.engineReported, host.locale),
        ]),
      );
    });
  });

  addRecordImage(image);

  image.add(
    'inspect',
    text.image.help.inspect,
    async (host, args) => {
      const result = await host.client.images.inspect({ ref: args[0] ?? '' }, { signal: host.signal });
      answer(host, result, () => imageWords(result, host));
    },
    (command) => command.argument('<ref>', 'shop:v1'),
  );

  addCompareImages(image, text.image.help.compare);
}
