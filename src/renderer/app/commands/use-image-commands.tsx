import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import Container from 'lucide-react/icons/container';
import { useTranslation } from 'react-i18next';
import { orpc } from '#shared/client.ts';
import type { CommandGroup } from './command.ts';

/** As many images are offered at once. */
const maxImages = 8;
/** One letter is in almost every name. */
const minLetters = 2;

/** Hook: commands that open the recorded images that have what was typed in their names or tags. */
export function useImageCommands(typed: string): CommandGroup {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const text = typed.trim();
  const isAsked = text.length >= minLetters;
  const { data } = useQuery({
    ...orpc.builds.page.queryOptions({
      input: { filter: { kind: 'image', text: text.slice(0, 300) }, limit: maxImages },
      enabled: isAsked,
    }),
    placeholderData: keepPreviousData,
  });
  const rows = isAsked ? (data?.rows ?? []) : [];
  return {
    label: t('shell.page.images'),
    items: rows.flatMap(({ build: { id, name, image } }) =>
      image === null
        ? []
        : [
            {
              id: `image ${id}`,
              label: image.ref,
              icon: <Container size={15} aria-hidden />,
              aside: <span className="num">{id}</span>,
              keywords: `${id} ${name ?? ''}`,
              run: () => void navigate({ to: '/images', search: ({ project }) => ({ project, id }) }),
            },
          ],
    ),
  };
}
