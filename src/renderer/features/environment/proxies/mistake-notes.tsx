import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { describeMistake } from '#contract/describe-proxies';
import type { ProxyMistake } from '#contract/proxies';
import { Button } from '#ui/button.tsx';
import { useLocale } from '#ui/use-locale.ts';
import type { VariableEdit } from '../variable-dialog.tsx';

/** What is wrong with the settings of modules, each with the right value and a button that sets it. */
export function MistakeNotes({
  mistakes,
  onEdit,
}: {
  mistakes: readonly ProxyMistake[];
  onEdit: (edit: VariableEdit) => void;
}): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  if (mistakes.length === 0) return null;
  return (
    <ul className="mb-2.5 grid gap-2">
      {mistakes.map((mistake) => (
        <li key={mistake.kind} className="flex flex-wrap items-start gap-2.5">
          <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0 text-warn" />
          <div className="min-w-0 flex-1 basis-64">
            <code className="break-all">{`${mistake.name}=${mistake.value}`}</code>
            <p className="text-muted">{describeMistake(mistake, locale)}</p>
          </div>
          {mistake.right === null ? null : mistake.right.includes('***') ? (
            // With a password, which is not shown, so that it could not be set from here.
            <code className="break-all">{`${mistake.name}=${mistake.right}`}</code>
          ) : (
            <Button
              className="max-w-full"
              onClick={() =>
                onEdit({
                  kind: 'set',
                  name: mistake.name,
                  ...(mistake.right !== null && { value: mistake.right }),
                })
              }
            >
              <span className="truncate">{t('proxies.useInstead', { value: mistake.right })}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
