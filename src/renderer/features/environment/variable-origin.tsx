import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetBy, VariableOrigin } from '#contract/environment';
import { useHome } from '#shared/projects/index.ts';
import { tildePath } from '#ui/path.tsx';

/** Where a value comes from: the file and the line, as far as they are known. */
export function OriginText({
  origin,
  setBy,
}: {
  /** null: someone's own variable. */
  origin: VariableOrigin | null;
  /** The line of a profile that set it in the environment; null: not known. */
  setBy: SetBy | null;
}): ReactElement {
  const { t } = useTranslation();
  const home = useHome();
  if (origin === null) return <span className="text-muted">{t('variables.origin.own')}</span>;
  if (origin.kind === 'default') return <span className="text-faint">{t('variables.origin.default')}</span>;
  if (origin.kind === 'derived') {
    const from = origin.from ?? '';
    return (
      <span className="text-faint">
        {from === 'folder' ? t('variables.origin.folder') : t('variables.origin.derived', { name: from })}
      </span>
    );
  }
  const at = origin.kind === 'environment' ? setBy : origin;
  const called = setBy?.through.find((each) => each.function !== null)?.function ?? null;
  return (
    <span className="text-muted">
      {t(`variables.origin.${origin.kind}`)}
      {at?.file ? (
        <code className="block text-xs break-all">
          {tildePath(at.file, home)}
          {at.line === null ? '' : `:${at.line}`}
          {origin.kind === 'environment' && called !== null
            ? ` ${t('variables.origin.through', { name: called })}`
            : ''}
        </code>
      ) : null}
    </span>
  );
}
