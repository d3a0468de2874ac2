import { describeFailure } from '#contract/failure';
import type { ImageCheckReport } from '#contract/image-check';
import { markdownCode, markdownText } from '#contract/markdown';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { pairs } from '../output/table.ts';
import { findingLines } from './doctor.ts';
import { plain } from './plain.ts';

/** What is exceeded, then what could not be checked, then the image and a line that says it all. */
export function imageCheckWords({ image, limits, findings }: ImageCheckReport, host: Host): string {
  const words = host.text.imageCheck;
  const name = [image.ref, image.platform, image.id].filter(Boolean).join(' · ');
  return [
    ...findings.map((each) => findingLines(each, host).join('\n')),
    pairs([
      [words.image, plain(name)],
      [words.limits, String(limits)],
    ]),
    summary({ limits, findings }, host),
  ].join('\n\n');
}

function summary(
  { limits, findings }: Pick<ImageCheckReport, 'limits' | 'findings'>,
  { text: { imageCheck } }: Host,
): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) return paint.bad(imageCheck.failed(errors));
  if (findings.length > 0) return paint.warn(imageCheck.notAll(findings.length));
  return paint.good(imageCheck.ok(limits));
}

/** The findings as a list of Markdown, below the image. */
export function imageCheckMarkdown({ image, limits, findings }: ImageCheckReport, host: Host): string {
  const words = host.text.imageCheck;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const lines = findings.flatMap(({ severity, reason, evidence }) => {
    const { message } = describeFailure(reason, host.locale);
    return [
      `- ${severity === 'error' ? '❌' : '⚠️'} ${markdownText(message)}`,
      ...evidence.map(({ value }) => `  - ${markdownCode(value)}`),
    ];
  });
  const said =
    errors > 0
      ? words.failed(errors)
      : findings.length > 0
        ? words.notAll(findings.length)
        : words.ok(limits);
  return [`### ${markdownText(image.ref)} (${image.platform})`, '', said, '', ...lines].join('\n').trimEnd();
}
