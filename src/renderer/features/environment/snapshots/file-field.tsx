import { type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { InlineText } from '#ui/inline-text.tsx';

/** Larger files are none; the host refuses them, and need not be sent them. */
const maxBytes = 1_000_001;

/** Takes the content of a snapshot's file, chosen or pasted. */
export function FileField({
  text,
  onChange,
}: {
  text: string;
  onChange: (text: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <div className="mt-3 grid justify-items-start gap-2">
      <Button onClick={() => picker.current?.click()}>{t('snapshots.dialog.pick')}</Button>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        aria-label={t('snapshots.dialog.pick')}
        className="hidden"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          void chosen?.slice(0, maxBytes).text().then(onChange);
        }}
      />
      <div className="w-full">
        <Field
          id="snapshot-text"
          label={t('snapshots.dialog.paste')}
          hint={<InlineText text={t('snapshots.dialog.pasteHint')} />}
        >
          <textarea
            id="snapshot-text"
            value={text}
            onChange={(event) => onChange(event.target.value)}
            rows={4}
            spellCheck={false}
            autoComplete="off"
            className="w-full rounded-control border border-line bg-panel px-2.5 py-1.5 font-mono text-xs focus-visible:-outline-offset-1"
          />
        </Field>
      </div>
    </div>
  );
}
