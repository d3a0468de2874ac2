import { type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button.tsx';

/** The number of a build's id, for putting the older one first. */
function order(id: string): number {
  return Number(id.replace(/^\D+/, ''));
}

/** What is chosen in the list, and the way to compare it. */
export function ChoiceBar({
  chosen,
  onClear,
  onCompare,
}: {
  /** One or two ids. */
  chosen: readonly string[];
  onClear: () => void;
  onCompare: (a: string, b: string) => void;
}): ReactElement | null {
  const { t } = useTranslation();
  const [a, b] = chosen.toSorted((one, two) => order(one) - order(two));
  if (!a) return null;
  return (
    <div className="flex items-center gap-2" aria-live="polite">
      {b ? null : <span className="text-muted">{t('builds.chosenOne', { id: a })}</span>}
      <Button look="quiet" onClick={onClear}>
        {t('builds.clearChoice')}
      </Button>
      {b ? (
        <Button look="primary" onClick={() => onCompare(a, b)}>
          {t('builds.chosenTwo', { a, b })}
        </Button>
      ) : null}
    </div>
  );
}
