import { isFailure } from '#contract/failure';
import type { Finding } from '#contract/findings';
import { previewTurnOff, turnOff } from '#core/profiles';
import type { System } from '#core/system';
import { profileMarks } from '#core/toolchains';
import type { Check, Fix, Found } from './check.ts';
import { profileFindings } from './known-facts.ts';
import { reasonOf } from './reason.ts';

/** Lines of profiles that conflict with Burrow. They are commented out. */
export const profileLines: Check = {
  name: 'profile-lines',
  run: async (scene, signal) =>
    (await profileFindings(scene, signal)).map((finding) => found(scene.system, finding)),
};

function found(system: System, finding: Finding): Found {
  const { id, severity, file, line, text, fix } = finding;
  return {
    about: id,
    severity: severity === 'warning' ? 'warning' : 'info',
    reason: reasonOf('doctor.profile-line', { finding }),
    evidence: [{ file, line, value: text }],
    fix: fix && commentOut(system, id),
  };
}

function commentOut(system: System, id: string): Fix {
  const marks = profileMarks();
  return {
    kind: 'apply',
    preview: async () => {
      const { files } = await previewTurnOff(system, marks, [id]);
      return { does: null, files: files.map(({ path, diff }) => ({ path, diff })) };
    },
    apply: async () => {
      try {
        const shown = await previewTurnOff(system, marks, [id]);
        const { entry } = await turnOff(system, marks, { id: shown.id, ids: [id] });
        return entry === null ? [] : [entry];
      } catch (error) {
        // Another fix has turned it off with the lines around it.
        if (isFailure(error, 'finding.unknown')) return [];
        throw error;
      }
    },
  };
}
