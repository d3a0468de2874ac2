import { useQuery } from '@tanstack/react-query';
import type { DoctorFinding } from '#contract/doctor';
import { drain } from '#contract/streams';
import { client, orpc } from '#shared/client.ts';
import { useHome, useProject } from '#shared/projects/index.ts';

/** ms; the doctor starts shells and programs. */
const staleTime = 300_000;

/** The doctor's errors and warnings, errors first, with the number of checks that gave no answer. */
export function useProblems() {
  const home = useHome();
  const dir = useProject() ?? home ?? '';
  return useQuery({
    queryKey: [...orpc.doctor.key(), 'problems', dir],
    queryFn: async ({ signal }): Promise<{ problems: DoctorFinding[]; unknown: number }> => {
      const [{ findings, checks }] = await Promise.all([
        drain(client.doctor.examine({ dir }, { signal })),
        // The sentences of its findings.
        import('#contract/doctor-failures'),
      ]);
      return {
        problems: findings.filter(({ severity }) => severity !== 'info'),
        unknown: checks.filter(({ unknown }) => unknown !== null).length,
      };
    },
    enabled: home !== undefined,
    staleTime,
  });
}
