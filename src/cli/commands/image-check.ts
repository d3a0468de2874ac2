import path from 'node:path';
import type { ImageLimits } from '#contract/image-check';
import { drain } from '#contract/streams';
import { answer } from '../answer.ts';
import type { Host } from '../host.ts';
import { showReading } from '../output/image-reading.ts';
import type { Options, Registrar } from '../program.ts';
import { codeOf, findingsJson } from '../words/doctor.ts';
import { imageCheckMarkdown, imageCheckWords } from '../words/image-check.ts';

async function check(host: Host, [source = '']: string[], options: Options): Promise<number> {
  const { images } = host.client;
  const stream = await images.check(
    {
      source,
      dir: path.resolve(host.system.cwd, String(options['dir'] ?? '.')),
      limits: limitsIn(options),
      ...(options['platform'] ? { platform: String(options['platform']) } : {}),
    },
    { signal: host.signal },
  );
  const progress = showReading(host);
  const [report] = await Promise.all([
    drain(stream, progress.update).finally(progress.end),
    import('#contract/budget-failures'),
  ]);
  if (options['markdown'] === true) host.print(imageCheckMarkdown(report, host));
  else {
    const json = { ...report, findings: findingsJson(report.findings, host) };
    answer(host, json, () => imageCheckWords(report, host));
  }
  return codeOf(report.findings);
}

function limitsIn(options: Options): ImageLimits {
  const text = (name: string) => (options[name] === undefined ? undefined : String(options[name]));
  const bases = options['base'] as unknown as string[] | undefined;
  return {
    maxSize: text('maxSize'),
    measure: text('measure'),
    maxWaste: text('maxWaste'),
    ...(options['secrets'] === false ? { secrets: false } : {}),
    ...(options['root'] === false ? { root: false } : {}),
    ...(bases ? { base: bases } : {}),
  };
}

/** `burrow image check`. */
export function addCheckImage(image: Registrar): void {
  const text = image.text.imageCheck;
  image.add('check', text.summary, check, (command) =>
    command
      .argument('<image>', image.text.imageRecord.image)
      .option('--max-size <size>', text.maxSize)
      .option('--measure <measure>', text.measure)
      .option('--max-waste <size>', text.maxWaste)
      .option('--no-secrets', text.noSecrets)
      .option('--no-root', text.noRoot)
      .option('--base <base...>', text.base)
      .option('--dir <dir>', text.dir)
      .option('--platform <platform>', image.text.imageRecord.platform)
      .option('--markdown', text.markdown),
  );
}
