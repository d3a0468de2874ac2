import { type ReactElement, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button.tsx';
import { Field, TextInput } from '#ui/field.tsx';
import { InlineText } from '#ui/inline-text.tsx';
import { archivePath } from './archive-path.ts';

/** Asks for the path of an archive or folder with an image. */
export function ArchiveForm({
  dropped,
  disabled,
  onPath,
}: {
  /** The name of a file that was dropped, of which only the name is known; null: none was. */
  dropped: string | null;
  disabled: boolean;
  onPath: (path: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [path, setPath] = useState('');
  const [isRelative, setRelative] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const typed = path.trim();
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed === '') return;
        const whole = archivePath(typed);
        setRelative(whole === null);
        if (whole === null) field.current?.focus();
        else onPath(whole);
      }}
    >
      {dropped === null ? null : <p>{t('images.recordDialog.dropped', { name: dropped })}</p>}
      <Field
        id={id}
        label={t('images.recordDialog.pathLabel')}
        hint={<InlineText text={t('images.recordDialog.pathHint')} />}
      >
        <span className="flex gap-2">
          <TextInput
            ref={field}
            id={id}
            className="min-w-0 flex-1 font-mono"
            placeholder={dropped === null ? '/path/to/image.tar' : `/path/to/${dropped}`}
            value={path}
            aria-invalid={isRelative}
            aria-describedby={isRelative ? `${id}-why` : undefined}
            onChange={(event) => {
              setPath(event.target.value);
              setRelative(false);
            }}
          />
          <Button type="submit" disabled={disabled || typed === ''}>
            {t('images.recordDialog.fromPath')}
          </Button>
        </span>
      </Field>
      {isRelative ? (
        <p id={`${id}-why`} role="alert" className="text-bad">
          <InlineText text={t('images.recordDialog.relative')} />
        </p>
      ) : null}
    </form>
  );
}
