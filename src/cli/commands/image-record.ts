import path from 'node:path';
import { drain } from '#contract/streams';
import { answer } from '../answer.ts';
import { showReading } from '../output/image-reading.ts';
import { paint } from '../output/paint.ts';
import type { Registrar } from '../program.ts';

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
        return paint.faint(said);
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
