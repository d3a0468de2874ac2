import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModuleRoute } from '#contract/proxies';
import { orpc } from '#shared/client.ts';
import { Field, TextInput } from '#ui/field.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { useSettled } from '../use-settled.ts';
import type { VariableEdit } from '../variable-dialog.tsx';
import { MistakeNotes } from './mistake-notes.tsx';

/** Says for a module which proxies it comes from, and what checks it. */
export function RouteField({
  dir,
  onEdit,
}: {
  dir: string | undefined;
  onEdit: (edit: VariableEdit) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [module, setModule] = useState('');
  const settled = useSettled(module.trim(), 200);
  const route = useQuery(
    orpc.proxies.route.queryOptions({
      input: { dir: dir ?? '', module: settled },
      enabled: dir !== undefined && settled !== '',
      placeholderData: (before) => before,
    }),
  );
  return (
    <div className="mt-3 border-t border-line-2 pt-3">
      <Field id="module-route" label={t('proxies.route')}>
        <TextInput
          id="module-route"
          value={module}
          onChange={(event) => setModule(event.target.value)}
          placeholder="git.corp.example/shop/api"
          className="w-96 max-w-full"
        />
      </Field>
      <div role="status" className="mt-2 text-muted">
        {route.error ? (
          <FailureNote error={route.error} />
        ) : route.data && settled !== '' ? (
          <>
            <Route route={route.data} />
            {route.data.mistake ? (
              <div className="mt-2">
                <MistakeNotes mistakes={[route.data.mistake]} onEdit={onEdit} />
              </div>
            ) : null}
          </>
        ) : null}
      </div>
    </div>
  );
}

function Route({ route }: { route: ModuleRoute }): ReactElement {
  const { t } = useTranslation();
  const { proxies, excluded, database, unchecked, insecure } = route;
  const [first] = proxies;
  return (
    <ul className="grid gap-1 break-words">
      <li className="font-medium text-text">
        {first?.url === 'off'
          ? t('proxies.routeOff')
          : first?.url === 'direct'
            ? t('proxies.routeDirect')
            : t('proxies.routeFrom', { proxies: proxies.map(({ url }) => url).join(t('proxies.routeThen')) })}
      </li>
      {excluded ? <li>{t('proxies.excluded', { name: excluded.name, pattern: excluded.pattern })}</li> : null}
      <li>
        {database === null
          ? t('proxies.unchecked', {
              name: unchecked?.name ?? 'GOSUMDB',
              pattern: unchecked?.pattern ?? 'off',
            })
          : t('proxies.checked', { database })}
      </li>
      {insecure ? <li className="text-warn">{t('proxies.insecure')}</li> : null}
    </ul>
  );
}
