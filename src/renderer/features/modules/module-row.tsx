import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectModule } from '#contract/modules';
import { Button } from '#ui/button.tsx';
import { Bytes } from '#ui/numbers.tsx';
import { Td, Tr } from '#ui/table.tsx';
import { Tag } from '#ui/tag.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import { placeOf } from './place-of.ts';

/** For columns that are hidden in narrow windows. */
export const onlyWide = '@max-[720px]:hidden';

/** A module, with what its author and go.mod say about it. */
export function ModuleRow({ module, onWhy }: { module: ProjectModule; onWhy: () => void }): ReactElement {
  const { t } = useTranslation();
  const { path, version, kind, bytes, isInProgram, goVersion, licence } = module;
  return (
    <Tr>
      <Td className="w-full max-w-0 min-w-60 @max-[720px]:min-w-44">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <span className={kind === 'indirect' ? 'wrap-anywhere' : 'font-semibold wrap-anywhere'}>
            {path}
          </span>
          <Notes module={module} />
        </span>
        {version === null ? null : (
          <code className="hidden text-sm wrap-anywhere text-faint @max-[720px]:block">{version}</code>
        )}
      </Td>
      <Td className={onlyWide}>
        <code className="block max-w-36 truncate" title={version ?? ''}>
          {version}
        </code>
      </Td>
      <Td numeric>
        {bytes !== null ? (
          <Bytes value={bytes} />
        ) : isInProgram === false ? (
          <Tooltip content={t('modules.notIncluded')}>
            <span className="text-faint">–</span>
          </Tooltip>
        ) : null}
      </Td>
      <Td className={onlyWide}>
        <span className="num">{goVersion}</span>
      </Td>
      <Td className={onlyWide}>
        <span className="whitespace-nowrap text-muted">{licence ?? '–'}</span>
      </Td>
      <Td className="pr-1 text-right">
        {kind === 'main' ? null : (
          <Button variant="quiet" aria-label={t('modules.whyOf', { path })} onClick={onWhy}>
            {t('modules.why')}
          </Button>
        )}
      </Td>
    </Tr>
  );
}

function Notes({ module }: { module: ProjectModule }): ReactElement {
  const { t } = useTranslation();
  const { retracted, deprecated, replacedBy, newer, problem, dir, isInProgram } = module;
  const reasons = (retracted ?? []).filter((each) => each !== '').join(' ');
  return (
    <>
      {module.kind === 'main' ? <Tag tone="accent">{t('modules.main')}</Tag> : null}
      {retracted && retracted.length > 0 ? (
        <Tooltip content={reasons || t('modules.noReason')}>
          <Tag tone="bad" tabIndex={0}>
            {t('modules.retracted')}
          </Tag>
        </Tooltip>
      ) : null}
      {deprecated === null ? null : (
        <Tooltip content={deprecated}>
          <Tag tone="warn" tabIndex={0}>
            {t('modules.deprecated')}
          </Tag>
        </Tooltip>
      )}
      {newer === null ? null : <Tag tone="accent">{t('modules.newer', { version: newer })}</Tag>}
      {replacedBy ? (
        <span className="text-sm wrap-anywhere text-muted">
          → {replacedBy.path} {replacedBy.version} ({placeOf(replacedBy)})
        </span>
      ) : null}
      {dir === null && isInProgram !== false ? <Tag tone="warn">{t('modules.notHere')}</Tag> : null}
      {problem === null ? null : <span className="w-full text-sm wrap-anywhere text-bad">{problem}</span>}
    </>
  );
}
