import path from 'node:path';
import { headline } from '#contract/image-measure';
import type { ImageFacts } from '#contract/images';
import { drain } from '#contract/streams';
import { imageReportTexts } from '#contract/report/image-texts';
import { formatBytes } from '#contract/units';
import { answer } from '../answer.ts';
import type { Host } from '../host.ts';
import { showReading } from '../output/image-reading.ts';
import { paint } from '../output/paint.ts';
import type { Registrar } from '../program.ts';
import { plain } from '../words/plain.ts';

/** `burrow image record`. */
export function addRecordImage(image: Registrar): void {
  const text = image.text.imageRecord;
  image.add(
    'record',
    text.summary,
    async (host, args, options) => {
      const project = options['project']
        ? path.resolve(host.system.cwd, String(options['project']))
        : undefined;
      const stream = await host.client.images.record(
        {
          source: args[0] ?? '',
          read: options['files'] !== false,
          ...(project ? { project } : {}),
          ...(options['platform'] ? { platform: String(options['platform']) } : {}),
        },
        { signal: host.signal },
      );
      const progress = showReading(host);
      const { id, already } = await drain(stream, progress.update).finally(progress.end);
      const { build } = await host.client.builds.show({ id });
      answer(host, { build, already }, () => {
        const said = already ? host.text.imageRecord.already(id) : host.text.build.recorded(id);
        return [...(build.image ? [imageLine(build.image, host)] : []), paint.faint(said)].join('\n');
      });
    },
    (command) =>
      command
        .argument('<image>', text.image)
        .option('--project <dir>', image.text.common.options.project)
        .option('--platform <platform>', text.platform)
        .option('--no-files', text.noFiles),
  );
}

/** `shop:1.2  linux/amd64  12 MB (compressed)`. */
function imageLine(image: ImageFacts, { locale }: Host): string {
  const size = headline(image);
  return [
    paint.strong(plain(image.ref)),
    image.platform,
    ...(size
      ? [`${formatBytes(size.bytes, locale)} (${imageReportTexts[locale].measure[size.measure]})`]
      : []),
  ].join('  ');
}
