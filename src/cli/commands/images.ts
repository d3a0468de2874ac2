import { formatBytes, formatMoment } from '#contract/units';
import { answer } from '../answer.ts';
import { paint } from '../output/paint.ts';
import { table } from '../output/table.ts';
import type { Registrar } from '../program.ts';
import { addCheckImage } from './image-check.ts';
import { addCompareImages } from './image-compare.ts';
import { addImageEngines } from './image-engines.ts';
import { addInspectImage } from './image-inspect.ts';
import { addRecordImage } from './image-record.ts';

export function imageCommands(to: Registrar): void {
  const text = to.text;
  const image = to.group('image', text.image.help.summary);

  image.add('list', text.image.help.list, async (host) => {
    const result = await host.client.images.list(undefined, { signal: host.signal });
    answer(host, result, () => {
      const words = host.text.image;
      if (result.images.length === 0) return words.empty;
      const { engine, images } = result;
      const measure = images.find(({ size }) => size !== null)?.size?.measure;
      const title = measure ? words.sizeAs(words.sizes[measure]) : words.size;
      const rows = images.map(({ ref, createdAt, size }) => [
        ref,
        createdAt ? formatMoment(createdAt, host.locale, host.system.now()) : '',
        size === null ? '–' : formatBytes(size.bytes, host.locale),
      ]);
      const from = `${engine.name} ${engine.version} · ${engine.store} · ${engine.endpoint}`;
      return `${table([{ title: words.ref }, { title: words.created }, { title, align: 'right' }], rows)}\n\n${paint.faint(from)}`;
    });
  });

  addRecordImage(image);
  addCheckImage(image);
  addInspectImage(image);
  addCompareImages(image);
  addImageEngines(image);
}
