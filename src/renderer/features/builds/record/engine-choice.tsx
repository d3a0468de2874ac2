import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImageEngine } from '#contract/images';
import { client, orpc } from '#shared/client.ts';
import { FailureNote } from '#ui/failure-note.tsx';
import { Field } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import { showWarning } from '#ui/show-warning.ts';
import { useLocale } from '#ui/use-locale.ts';

const automatic = 'auto';

/**
 * Which container engine images are read from, where there are several. A variable of Docker's decides before a choice.
 * `onChosen` is called once a choice is remembered.
 */
export function EngineChoice({ onChosen }: { onChosen: () => void }): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const found = useQuery(orpc.images.engines.queryOptions());
  const choose = useMutation({
    mutationFn: (value: string) =>
      client.images.chooseEngine({ endpoint: value === automatic ? null : value }),
    onSuccess: async ({ warning }) => {
      if (warning) showWarning(warning, locale);
      onChosen();
      await found.refetch();
    },
  });
  const { engines = [], chosenBy } = found.data ?? {};
  if (engines.length < 2) return null;
  if (chosenBy === 'DOCKER_HOST' || chosenBy === 'DOCKER_CONTEXT') {
    return <p className="mb-2 text-sm text-muted">{t('engines.by', { variable: chosenBy })}</p>;
  }
  const name = ({ product, instance }: ImageEngine) =>
    product === null ? t('engines.unknown') : [product, instance].filter(Boolean).join(' ');
  const used = engines.find((each) => each.used);
  const chosen = chosenBy === 'settings' ? used?.endpoint : undefined;
  return (
    <div className="mb-3">
      <Field id="image-engine" label={t('engines.label')}>
        <Select
          id="image-engine"
          className="w-full"
          value={choose.isPending ? choose.variables : (chosen ?? automatic)}
          onChange={(value) => choose.mutate(value)}
          choices={[
            {
              value: automatic,
              label:
                chosenBy === 'context' && used
                  ? t('engines.context', { engine: name(used) })
                  : t('engines.automatic'),
              hint: chosen === undefined && used ? name(used) : undefined,
            },
            ...engines.map((engine) => ({
              value: engine.endpoint,
              label: `${name(engine)} · ${t(`engines.state.${engine.state}`)}`,
              hint: (
                <>
                  <code className="break-all">{engine.endpoint}</code>
                  {engine.contexts.length === 0
                    ? null
                    : ` · ${t('engines.contexts', { names: engine.contexts.join(', ') })}`}
                </>
              ),
            })),
          ]}
        />
      </Field>
      {choose.isError ? <FailureNote error={choose.error} className="mt-2" /> : null}
    </div>
  );
}
