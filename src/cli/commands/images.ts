import { formatBytes, formatMoment } from '#contract/units';
import { answer } from '../answer.ts';
import { table } from '../output/table.ts';
import type { Registrar } from '../program.ts';
import { addCheckImage } from './image-check.ts';
import { addCompareImages } from './image-compare.ts';
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
  addCheckImage(image);
  addInspectImage(image);
  addCompareImages(image);
}
