import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consistency, ShellStart, StartedAs } from '#contract/consistency';
import { describeFailure } from '#contract/failure';
import { modeName, tellNotInstalled } from '#contract/words/difference';
import { Button } from '#ui/button.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Table, Td, Th, Tr } from '#ui/table.tsx';
import { Tag } from '#ui/tag.tsx';
import { useLocale } from '#ui/use-locale.ts';

/** The columns; a script says least, since most inherit. */
const modes = ['login', 'interactive', 'login-interactive', 'script'] as const satisfies readonly StartedAs[];

/** A row for each shell; only what differs stands out. Shells that nobody uses are shown on request. */
export function ConsistencyMatrix({
  found,
}: {
  /** undefined while loading. */
  found: Consistency | undefined;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const [showsUnused, setShowsUnused] = useState(false);
  const rows = [...Map.groupBy(found?.shells ?? [], ({ path }) => path).values()];
  const unused = rows.filter(([first]) => first?.used === false);
  const shown = showsUnused ? rows : rows.filter((row) => !unused.includes(row));
  return (
    <>
      <Table
        label={t('consistency.title')}
        head={
          <>
            <Th>{t('consistency.shell')}</Th>
            {modes.map((mode) => (
              <Th key={mode} className="whitespace-normal">
                {modeName(mode, locale)}
              </Th>
            ))}
          </>
        }
      >
        {found === undefined
          ? [0, 1, 2].map((row) => (
              <Tr key={row}>
                <Td colSpan={modes.length + 1}>
                  <Skeleton className="w-64" />
                </Td>
              </Tr>
            ))
          : shown.map((starts) => <ShellRow key={starts[0]?.path} starts={starts} found={found} />)}
      </Table>
      {found?.shells.some(({ inherits }) => inherits) ? (
        <p className="mb-1.5 text-xs text-faint">{t('consistency.inheritsHint')}</p>
      ) : null}
      {unused.length === 0 || showsUnused ? null : (
        <Button variant="quiet" className="-ml-2.5 mb-1.5" onClick={() => setShowsUnused(true)}>
          {t('consistency.showUnused', { count: unused.length })}
        </Button>
      )}
    </>
  );
}

function ShellRow({
  starts,
  found,
}: {
  starts: readonly ShellStart[];
  found: Consistency;
}): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const [first] = starts;
  if (first === undefined) return null;
  if (first.shell === null) {
    return (
      <Tr>
        <Td className="whitespace-nowrap">{t('consistency.apps')}</Td>
        <Td colSpan={modes.length}>
          <Cell start={first} found={found} />{' '}
          <span className="text-sm text-faint">
            {first.unknown ? describeFailure(first.unknown, locale).message : t('consistency.appsHint')}
          </span>
        </Td>
      </Tr>
    );
  }
  const isTwice = found.shells.some(({ shell, path }) => shell === first.shell && path !== first.path);
  return (
    <Tr>
      <Td>
        <span className="flex flex-wrap items-center gap-x-2" title={first.path ?? undefined}>
          <span className="break-all">{isTwice ? first.path : first.shell}</span>
          {first.login ? <Tag tone="accent">{t('consistency.yours')}</Tag> : null}
        </span>
      </Td>
      {modes.map((mode) => {
        const start = starts.find((each) => each.mode === mode);
        return <Td key={mode}>{start ? <Cell start={start} found={found} /> : null}</Td>;
      })}
    </Tr>
  );
}

function Cell({ start, found }: { start: ShellStart; found: Consistency }): ReactElement {
  const { t } = useTranslation();
  const { shell, mode, go, selectsNone, notInstalled, hiddenBy, inherits, unknown } = start;
  const locale = useLocale();
  const version = start.version?.replace(/^go/, '') ?? null;
  if (unknown) return <Tag tone={shell === null ? 'neutral' : 'warn'}>{t('consistency.unknown')}</Tag>;
  if (inherits) return <span className="text-faint">{t('consistency.inherits')}</span>;
  const isUnlike = found.differences.some(({ kind, starts }) =>
    starts.some((each) => kind === 'go' && each.shell === shell && each.mode === mode),
  );
  const noVersion = selectsNone ? t('consistency.notSelected') : t('consistency.noVersion');
  const ofShim = version !== null && notInstalled ? tellNotInstalled(version, locale) : version;
  const program = go === null ? t('consistency.noGo') : (ofShim ?? noVersion);
  const text = hiddenBy === null ? program : t(`consistency.hidden.${hiddenBy}`);
  const isLoud = isUnlike && shell !== null;
  return (
    <span title={go ?? undefined} className="num whitespace-nowrap">
      {isLoud ? <Tag tone="warn">{text}</Tag> : <span className="text-muted">{text}</span>}
    </span>
  );
}
