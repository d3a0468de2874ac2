import Pencil from 'lucide-react/icons/pencil';
import X from 'lucide-react/icons/x';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetBy } from '#contract/environment';
import { meaningOf, placesFor } from '#contract/go-variables';
import type { Surprise } from '#contract/surprises';
import { useHome } from '#shared/projects/index.ts';
import { IconButton } from '#ui/button.tsx';
import { InlineText } from '#ui/inline-text.tsx';
import { tildePath } from '#ui/path.tsx';
import { Td, Tr } from '#ui/table.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { SurpriseNote } from './surprise-note.tsx';
import { OriginText } from './variable-origin.tsx';
import type { VariableRow as Row } from './variable-rows.ts';

/** In a narrow table, where a value comes from stands below it. */
export const onlyWide = '@max-2xl:hidden';

/** One variable: what it is, where it comes from, and what about it surprises. */
export function VariableRow({
  row,
  setBy,
  onChange,
  onUnset,
  onFix,
  isBusy,
}: {
  row: Row;
  setBy: SetBy | null;
  onChange: () => void;
  onUnset: () => void;
  onFix: (surprise: Surprise) => void;
  isBusy: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const { name, value, origin, surprises, setIn } = row;
  const meaning = meaningOf(name, useLocale());
  const origins = <OriginText origin={origin} setBy={setBy} />;
  return (
    <>
      <Tr>
        <Td className="w-48 align-top @max-2xl:w-40">
          <code className="font-medium break-all">{name}</code>
          {meaning === null ? null : (
            <span className="block text-xs text-faint">
              <InlineText text={meaning} />
            </span>
          )}
        </Td>
        <Td className="align-top">
          {value === '' ? (
            <span className="text-faint">{t('variables.empty')}</span>
          ) : (
            <code className="break-all whitespace-pre-wrap">{value}</code>
          )}
          <Weaker row={row} />
          <span className="block text-sm @2xl:hidden">{origins}</span>
        </Td>
        <Td className={`w-52 align-top text-sm ${onlyWide}`}>{origins}</Td>
        <Td className="w-20 align-top whitespace-nowrap text-right">
          {placesFor(name).length === 0 || name === 'GOROOT' ? null : (
            <IconButton label={t('variables.changeName', { name })} onClick={onChange} className="size-7">
              <Pencil size={14} aria-hidden />
            </IconButton>
          )}
          {setIn.length === 0 ? null : (
            <IconButton label={t('variables.unsetName', { name })} onClick={onUnset} className="size-7">
              <X size={14} aria-hidden />
            </IconButton>
          )}
        </Td>
      </Tr>
      {surprises.length === 0 ? null : (
        <Tr>
          <td colSpan={4} className="px-2.5 pb-2">
            {surprises.map((surprise) => (
              <SurpriseNote
                key={`${surprise.reason.code} ${surprise.file} ${surprise.line}`}
                surprise={surprise}
                onFix={() => onFix(surprise)}
                isBusy={isBusy}
              />
            ))}
          </td>
        </Tr>
      )}
    </>
  );
}

/** The weaker places that set it too, and what new shells will have. */
function Weaker({ row: { hidden, managed, value } }: { row: Row }): ReactElement {
  const { t } = useTranslation();
  const home = useHome();
  const at = (file: string | null, line: number | null) =>
    file === null
      ? t('variables.origin.environment')
      : `${tildePath(file, home)}${line === null ? '' : `:${line}`}`;
  return (
    <>
      {hidden.map((each) => (
        <span key={`${each.origin.file}`} className="block text-xs break-all text-faint">
          {t('variables.hides', { value: each.value, from: at(each.origin.file, each.origin.line) })}
        </span>
      ))}
      {managed === null ? null : (
        <span className="block text-xs break-all text-faint">
          {managed.value === value
            ? t('variables.inShells', { from: at(managed.file, managed.line) })
            : t('variables.inNewShells', { value: managed.value, from: at(managed.file, managed.line) })}
        </span>
      )}
    </>
  );
}
