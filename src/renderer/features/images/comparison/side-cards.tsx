import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImageComparison } from '#contract/image-comparison';
import { useFirstRows } from '#features/builds/use-first-rows.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ByteChange, Bytes } from '#ui/numbers.tsx';
import { Path } from '#ui/path.tsx';
import { Tag } from '#ui/tag.tsx';
import { shownName } from '../files/file-facts.ts';

const maxRows = 10;

type Known<Name extends keyof ImageComparison> = NonNullable<ImageComparison[Name]>;

/** The packages of the distribution that came, went, or changed version. */
export function PackagesCard({ packages }: { packages: Known<'packages'> }): ReactElement {
  const { t } = useTranslation();
  return (
    <Card title={t('images.comparison.packages')}>
      <Rows rows={packages} none={t('images.comparison.packagesNone')}>
        {({ name, a, b }) => (
          <span className="flex flex-wrap items-baseline gap-x-2">
            <code className="font-medium">{name}</code>
            <span className="text-muted wrap-anywhere">{a && b ? `${a} → ${b}` : (b ?? a)}</span>
            {a && b ? null : (
              <Tag tone={b ? 'accent' : 'bad'}>
                {t(b ? 'images.comparison.added' : 'images.comparison.removed')}
              </Tag>
            )}
          </span>
        )}
      </Rows>
    </Card>
  );
}

/** What one side alone stores and hides. */
export function WasteCard({ waste: { bytes, rows } }: { waste: Known<'waste'> }): ReactElement {
  const { t } = useTranslation();
  const change = bytes.change ?? 0;
  return (
    <Card
      title={t('images.comparison.waste')}
      beside={change === 0 ? null : <ByteChange value={change} className="font-semibold" />}
    >
      <Rows rows={rows} none={t(`images.comparison.${change === 0 ? 'wasteNone' : 'wasteOtherSizes'}`)}>
        {({ path, side, stored, hidden, bytes: wasted }) => (
          <>
            <span className="flex items-baseline gap-2">
              <Path path={shownName(path)} />
              <Tag tone={side === 'b' ? 'warn' : 'neutral'}>{t(`images.comparison.wasteSide.${side}`)}</Tag>
              <Bytes value={wasted} className="ml-auto" />
            </span>
            <span className="block text-sm wrap-anywhere text-muted">
              {t('images.files.hiddenBy', {
                stored: stored ?? t('images.layers.noStep'),
                hidden: hidden ?? t('images.layers.noStep'),
              })}
            </span>
          </>
        )}
      </Rows>
    </Card>
  );
}

/** The settings of the configuration that differ. */
export function ConfigDiffCard({ config }: { config: Known<'config'> }): ReactElement {
  const { t } = useTranslation();
  const value = (text: string) =>
    text === '' ? (
      <span className="text-faint">{t('images.comparison.unset')}</span>
    ) : (
      <code className="wrap-anywhere">{text}</code>
    );
  return (
    <Card title={t('images.comparison.config')}>
      <Rows rows={config} none={t('images.comparison.configNone')}>
        {({ name, key, a, b }) => (
          <>
            <span className="block text-muted">{t(`images.comparison.setting.${name}`, { key })}</span>
            {value(a)} → {value(b)}
          </>
        )}
      </Rows>
    </Card>
  );
}

/** The first rows, and a button that shows more. */
function Rows<T>({
  rows,
  none,
  children,
}: {
  rows: readonly T[];
  /** In the place of no rows. */
  none: string;
  children: (row: T) => ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  const { shown, rest, next, showMore } = useFirstRows(rows, maxRows);
  if (rows.length === 0) return <p className="text-muted">{none}</p>;
  return (
    <>
      <ul className="grid gap-2">
        {shown.map((row, index) => (
          <li key={index} className="min-w-0">
            {children(row)}
          </li>
        ))}
      </ul>
      {rest > 0 ? (
        <Button variant="quiet" className="-ml-[11px]" onClick={showMore}>
          {t('builds.comparison.more', { count: next })}
        </Button>
      ) : null}
    </>
  );
}
