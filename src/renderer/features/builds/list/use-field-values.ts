import { useQuery } from '@tanstack/react-query';
import { buildStatuses } from '#contract/build-orders';
import type { Facets } from '#contract/listed-builds';
import { orpc } from '#shared/client.ts';
import type { FilterField } from './choices.ts';

export interface FieldValue {
  value: string;
  /** How many builds have it; null: not counted. */
  count: number | null;
}

/** Days to choose from; others can be typed. */
const days = ['0d', '1d', '7d', '30d', '90d', '365d'];

/** Hook: the values to choose from for a field, those that contain `text`. null: no field is chosen yet. */
export function useFieldValues(
  field: FilterField | null,
  project: string | null,
  text: string,
): FieldValue[] {
  const scope = project === null ? {} : { project };
  const facets = useQuery(
    orpc.builds.facets.queryOptions({ input: scope, enabled: field !== null && field !== 'package' }),
  ).data;
  const packages = useQuery(
    orpc.builds.packages.queryOptions({ input: { ...scope, text }, enabled: field === 'package' }),
  ).data;
  // Of a long history only the newest builds are counted: as the counts of all, they would be wrong.
  const shown = (count: number) => (facets?.whole ? count : null);
  const counted = (of: Facets | undefined): FieldValue[] =>
    (of?.values ?? [])
      .filter(({ value }) => value.toLowerCase().includes(text.toLowerCase()))
      .map(({ value, count }) => ({ value, count: shown(count) }));
  switch (field) {
    case 'subject':
      return counted(facets?.subjects);
    case 'target':
      return counted(facets?.targets);
    case 'go':
      return counted(facets?.goVersions);
    case 'branch':
      return counted(facets?.branches);
    case 'tag':
      return counted(facets?.tags);
    case 'flag':
      return counted(facets?.flags);
    case 'status':
      return buildStatuses.map((value) => ({
        value,
        count: shown(facets?.statuses.values.find((each) => each.value === value)?.count ?? 0),
      }));
    case 'package':
      return (packages?.packages ?? []).map((value) => ({ value, count: null }));
    case 'since':
    case 'until':
      return days.map((value) => ({ value, count: null }));
    default:
      return [];
  }
}
