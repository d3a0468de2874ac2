import '#contract/image-contents-failures';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type FailureParams, isFailure } from '#contract/failure';
import type { ReadingInput } from '#features/images/reading/use-reading.ts';
import { Button } from '#ui/button.tsx';
import { describeError } from '#ui/failure.ts';
import { FailureNote } from '#ui/failure-note.tsx';
import { useLocale } from '#ui/use-locale.ts';

/** Why an image was not recorded. Where it has several images or platforms, they are offered. */
export function ChooseInArchive({
  error,
  asked,
  onChoose,
}: {
  /** Anything that was thrown. */
  error: unknown;
  /** What was to be recorded. */
  asked: ReadingInput;
  onChoose: (input: ReadingInput) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const offers = offersOf(error, asked);
  if (offers.length === 0) return <FailureNote error={error} className="mb-3" />;
  return (
    <div role="alert" className="mb-3">
      <p className="font-medium wrap-anywhere">{describeError(error, locale).message}</p>
      <ul aria-label={t('images.recordDialog.choose')} className="mt-1.5 flex flex-wrap gap-1.5">
        {offers.map(({ name, input }) => (
          <li key={name} className="min-w-0">
            <Button className="max-w-full" onClick={() => onChoose(input)}>
              <code className="truncate">{name}</code>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The images or platforms of which one can be recorded instead; none for other failures. */
function offersOf(error: unknown, asked: ReadingInput): { name: string; input: ReadingInput }[] {
  if (isFailure(error, 'image.no-such-platform')) {
    const { platforms } = error.params as FailureParams<'image.no-such-platform'>;
    return platforms.map((platform) => ({ name: platform, input: { ...asked, platform } }));
  }
  if (isFailure(error, 'image.several')) {
    const { source, images } = error.params as FailureParams<'image.several'>;
    return images.map((name) => ({ name, input: { ...asked, source: `${source}#${name}` } }));
  }
  return [];
}
