import { type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button.tsx';

/** The number in a build's id, by which builds are ordered. */
function order(id: string): number {
  return Number(id.replace(/^\D+/, ''));
}

/** The builds selected in the list, with a button that compares them. */
export function ChoiceBar({
  chosen,
  onClear,
  onCompare,
}: {
  /** Up to two ids. */
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
      <Button variant="quiet" onClick={onClear}>
        {t('builds.clearChoice')}
      </Button>
      {b ? (
        <Button variant="primary" onClick={() => onCompare(a, b)}>
          {t('builds.chosenTwo', { a, b })}
        </Button>
      ) : null}
    </div>
  );
}
