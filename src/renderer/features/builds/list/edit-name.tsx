import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Build } from '#contract/build';
import { client } from '#shared/client.ts';
import { Button } from '#ui/button.tsx';
import { TextInput } from '#ui/field.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { refreshBuilds } from '../run/runs.ts';
import { reportFailure } from './forget.ts';

/** Two fields in place of a build's name. Enter saves both, Escape leaves them. */
export function EditName({ build, onDone }: { build: Build; onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const [name, setName] = useState(build.name ?? '');
  const [note, setNote] = useState(build.note ?? '');
  const save = async () => {
    try {
      await client.builds.annotate({ id: build.id, name: name.trim() || null, note: note.trim() || null });
      onDone();
      await refreshBuilds();
    } catch (error) {
      reportFailure(error, locale);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') onDone();
  };
  return (
    <form
      aria-label={t('buildList.editing', { id: build.id })}
      className="grid max-w-96 gap-1.5"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        autoFocus
        aria-label={t('buildList.name')}
        placeholder={t('buildList.name')}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextInput
        aria-label={t('buildList.note')}
        placeholder={t('buildList.note')}
        maxLength={10_000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <span className="flex gap-1.5">
        <Button type="submit" variant="primary">
          {t('buildList.saved.save')}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {t('common.cancel')}
        </Button>
      </span>
    </form>
  );
}
