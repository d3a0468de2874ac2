import Search from 'lucide-react/icons/search';
import { type ReactElement, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImageContents, LayerEntries } from '#contract/image-contents';
import { formatBytes } from '#contract/units';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { TextInput } from '#ui/field.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { Select } from '#ui/select.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { lineOf } from '../layers/layer-list.ts';
import { FileDetails } from './file-details.tsx';
import { FileTree } from './file-tree.tsx';
import { FilterChips } from './filter-chips.tsx';
import type { FileFilter } from './matches.ts';
import { fileOrders, type FileOrder } from './tree-rows.ts';
import { useTree } from './use-tree.ts';

/** The characters of a step in the list of layers. */
const maxStep = 60;

/** What is shown of the files; other cards change it, too. */
export interface ShownFiles {
  filter: FileFilter;
  /** Up to which layer; null: all. */
  layer: number | null;
}

/** The files of an image as a tree, with a search and filters. */
export function FilesCard({
  layers,
  contents,
  shown,
  onShow,
}: {
  layers: readonly LayerEntries[];
  contents: ImageContents;
  shown: ShownFiles;
  onShow: (shown: ShownFiles) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState<FileOrder>('size');
  const [active, setActive] = useState<string | null>(null);
  const field = useRef<HTMLSpanElement>(null);
  const { filter, layer } = shown;
  const { rows, files, bytes, facts, toggle } = useTree(layers, contents, { filter, search, order, layer });
  const maxBytes = useMemo(() => rows.reduce((max, row) => Math.max(max, row.bytes), 0), [rows]);
  const activeRow = rows.find(({ node }) => node.path === active);
  const { waste } = contents;
  const omitted = waste.count - waste.files.length;
  const focusSearch = () => field.current?.querySelector('input')?.focus();
  return (
    <Card
      id="files"
      title={t('images.files.title')}
      beside={
        <span className="num text-sm text-muted" role="status">
          {t('images.files.found', { count: files, bytes: formatBytes(bytes, locale) })}
        </span>
      }
      aside={
        <span ref={field}>
          <TextInput
            type="search"
            aria-label={t('images.files.search')}
            placeholder={t('images.files.search')}
            icon={<Search size={14} aria-hidden />}
            className="w-56 max-w-full"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </span>
      }
    >
      <div className="mb-2.5 flex flex-wrap items-center gap-x-4 gap-y-2">
        <FilterChips
          filter={filter}
          hasLayer={layer !== null}
          onChoose={(next) => onShow({ ...shown, filter: next })}
        />
        <Segmented
          label={t('images.files.order')}
          value={order}
          onChange={setOrder}
          choices={fileOrders.map((value) => ({ value, label: t(`images.files.${value}`) }))}
        />
        <Select
          label={t('images.files.asOf')}
          value={layer === null ? 'final' : String(layer)}
          className="max-w-full min-w-0 flex-1 basis-60"
          choices={[
            { value: 'final', label: t('images.files.final') },
            ...contents.layers.map(({ step }, index) => ({
              value: String(index),
              label: t('images.files.asOfStep', {
                step: index + 1,
                text: lineOf(step, maxStep) || t('images.layers.noStep'),
              }),
            })),
          ]}
          onChange={(value) => {
            const next = value === 'final' ? null : Number(value);
            onShow({ filter: next === null && filter === 'here' ? 'all' : filter, layer: next });
          }}
        />
      </div>
      {rows.length === 0 ? (
        <p className="flex items-center gap-3 py-6 text-muted">
          {filter === 'all' && search === '' ? t('images.files.noFiles') : t('images.files.nothing')}
          {filter === 'all' && search === '' ? null : (
            <Button
              onClick={() => {
                setSearch('');
                onShow({ ...shown, filter: 'all' });
                focusSearch();
              }}
            >
              {t('images.files.nothingHint')}
            </Button>
          )}
        </p>
      ) : (
        <FileTree
          rows={rows}
          facts={facts}
          active={active}
          maxBytes={maxBytes}
          onActive={setActive}
          onToggle={toggle}
          onSearch={focusSearch}
        />
      )}
      {filter === 'wasted' && omitted > 0 ? (
        <p className="mt-2 text-sm text-muted">
          {t('images.files.omitted', {
            count: omitted,
            bytes: formatBytes(waste.bytes - waste.files.reduce((sum, each) => sum + each.bytes, 0), locale),
          })}
        </p>
      ) : null}
      {activeRow ? <FileDetails row={activeRow} facts={facts} /> : null}
      {rows.length > 0 ? (
        <p className="mt-2 text-sm text-faint max-[860px]:hidden">{t('images.files.keys')}</p>
      ) : null}
    </Card>
  );
}
