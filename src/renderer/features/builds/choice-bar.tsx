import { type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button.tsx';
import { oldestFirst } from './several/chosen.ts';

/** The builds selected in the list, with a button that compares them. */
export function ChoiceBar({
  chosen,
  onClear,
  onCompare,
}: {
  /** Ids, in any order. */
  chosen: readonly string[];
  onClear: () => void;
  /** Is given the ids of two or more, oldest first. */
  onCompare: (ids: readonly string[]) => void;
}): ReactElement | null {
  const { t } = useTranslation();
  const ids = oldestFirst(chosen);
  const [a, b] = ids;
  if (a === undefined) return null;
  return (
    <div className="flex items-center gap-2" aria-live="polite">
      {b === undefined ? <span className="text-muted">{t('builds.chosenOne', { id: a })}</span> : null}
      <Button variant="quiet" onClick={onClear}>
        {t('builds.clearChoice')}
      </Button>
      {b === undefined ? null : (
        <Button variant="primary" onClick={() => onCompare(ids)}>
          {ids.length === 2 ? t('builds.chosenTwo', { a, b }) : t('builds.chosenMore', { count: ids.length })}
        </Button>
      )}
    </div>
  );
}
