import { type ReactElement, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImageContents, LayerEntries } from '#contract/image-contents';
import { formatBytes } from '#contract/units';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { Select } from '#ui/select.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { useToldLater } from '#ui/use-told-later.ts';
import { lineOf } from '../layers/layer-list.ts';
import { FileDetails } from './file-details.tsx';
import { FileTree } from './file-tree.tsx';
import { FilterChips } from './filter-chips.tsx';
import type { ShownFiles } from './shown-files.ts';
import { fileOrders } from './tree-rows.ts';
import type { ShowFiles } from './use-shown-files.ts';
import { useTree } from './use-tree.ts';

/** The characters of a step in the list of layers. */
const maxStep = 60;

/** How long a row is the active one before the address names it, in ms. */
const activeMs = 400;

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
  onShow: ShowFiles;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const field = useRef<HTMLInputElement>(null);
  const { filter, layer, search, order } = shown;
  const [active, setActive] = useToldLater(shown.active, {
    pauseMs: activeMs,
    tell: (path) => onShow({ active: path }, { replace: true }),
  });
  const { rows, files, bytes, facts, toggle } = useTree(layers, contents, shown);
  const maxBytes = useMemo(() => rows.reduce((max, row) => Math.max(max, row.bytes), 0), [rows]);
  const activeRow = rows.find(({ node }) => node.path === active);
  const { waste } = contents;
  const omitted = waste.count - waste.files.length;
  const isChosen = filter !== 'all' || layer !== null || search !== '' || active !== null;
  // A link to some of the files leads to them.
  useEffect(() => {
    if (isChosen) document.getElementById('files')?.scrollIntoView({ block: 'nearest' });
    // oxlint-disable-next-line react/exhaustive-deps -- once, when they are there
  }, []);
  const focusSearch = () => field.current?.focus();
  return (
    <Card
      id="files"
      title={t('images.files.title')}
      beside={
        <span className="num text-sm text-muted" role="status">
          {bytes === 0
            ? t('images.files.inside', { count: files })
            : t('images.files.found', { count: files, bytes: formatBytes(bytes, locale) })}
        </span>
      }
      aside={
        <SearchField
          field={field}
          label={t('images.files.search')}
          className="w-56 max-w-full"
          value={search}
          onChange={(text) => onShow({ search: text }, { replace: true })}
        />
      }
    >
      <div className="mb-2.5 flex flex-wrap items-center gap-x-4 gap-y-2">
        <FilterChips
          filter={filter}
          hasLayer={layer !== null}
          onChoose={(next) => onShow({ filter: next })}
        />
        <Segmented
          label={t('images.files.order')}
          value={order}
          onChange={(next) => onShow({ order: next })}
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
                onShow({ filter: 'all', search: '' });
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
      {activeRow ? <FileDetails row={activeRow} isWaste={shown.filter === 'wasted'} facts={facts} /> : null}
      {rows.length > 0 ? (
        <p className="mt-2 text-sm text-faint max-[860px]:hidden">{t('images.files.keys')}</p>
      ) : null}
    </Card>
  );
}
