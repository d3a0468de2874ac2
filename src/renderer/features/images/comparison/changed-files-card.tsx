import Search from 'lucide-react/icons/search';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '#contract/comparison';
import type { FileChanges } from '#contract/image-comparison';
import { Card } from '#ui/card.tsx';
import { cx } from '#ui/cx.ts';
import { TextInput } from '#ui/field.tsx';
import { ByteChange } from '#ui/numbers.tsx';
import { ChangedFiles } from './changed-files.tsx';
import { type ChangeFilter, changeFilters, listedChanges } from './file-changes.ts';
import { NotRead } from './not-read.tsx';

/** The files that differ between two images, with a search and filters. */
export function ChangedFilesCard({
  comparison,
  files,
}: {
  comparison: Comparison;
  /** null: those of one side are not known. */
  files: FileChanges | null;
}): ReactElement {
  const { t } = useTranslation();
  const title = t('images.comparison.files');
  if (files === null) {
    return (
      <Card title={title}>
        <NotRead comparison={comparison} />
      </Card>
    );
  }
  return files.rows.length === 0 ? (
    <Card title={title}>
      <p className="text-muted">{t('images.comparison.filesNone')}</p>
    </Card>
  ) : (
    <Listed title={title} files={files} />
  );
}

function Listed({ title, files }: { title: string; files: FileChanges }): ReactElement {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<ChangeFilter>('all');
  const [search, setSearch] = useState('');
  const rows = listedChanges(files.rows, filter, search);
  const total = changeFilters.reduce((sum, each) => sum + (each === 'all' ? 0 : files[each].files), 0);
  const filters = changeFilters.filter((each) => each === 'all' || files[each].files > 0);
  return (
    <Card
      title={`${title} · ${total}`}
      aside={
        <TextInput
          type="search"
          aria-label={t('images.files.search')}
          placeholder={t('images.files.search')}
          icon={<Search size={14} aria-hidden />}
          className="w-56 max-w-full"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      }
    >
      <div role="group" aria-label={t('images.files.filter')} className="mb-2.5 flex flex-wrap gap-1.5">
        {filters.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === filter}
            onClick={() => setFilter(each)}
            className={cx(
              'flex h-6 items-center gap-1.5 rounded-full border px-2.5 text-sm font-medium whitespace-nowrap select-none',
              each === filter
                ? 'border-accent bg-accent-soft text-accent'
                : 'border-line bg-panel text-muted hover:text-text',
            )}
          >
            {t(`images.comparison.filter.${each}`)}
            {each === 'all' ? null : (
              <>
                <span className="num">{files[each].files}</span>
                {each === 'metadata' || each === 'moved' ? null : <ByteChange value={files[each].bytes} />}
              </>
            )}
          </button>
        ))}
      </div>
      {rows.length === 0 ? (
        <p className="py-4 text-muted" role="status">
          {t('images.files.nothing')}
        </p>
      ) : (
        <ChangedFiles rows={rows} />
      )}
      {files.omitted > 0 ? (
        <p className="mt-2 text-sm text-muted">{t('images.comparison.omitted', { count: files.omitted })}</p>
      ) : null}
    </Card>
  );
}
