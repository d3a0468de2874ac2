import type { CommandGroup } from './command.ts';
import { useAppearanceCommands } from './appearance-commands.tsx';
import { useBuildCommands } from './build-commands.tsx';
import { useEnvironmentCommands } from './environment-commands.tsx';
import { useImageCommands } from './use-image-commands.tsx';
import { usePageCommands } from './page-commands.tsx';
import { useProjectCommands } from './project-commands.tsx';
import { useVersionCommands } from './version-commands.tsx';

/** Hook: all commands in the order of the palette, without empty groups; of recorded images those that match what was typed. */
export function useCommands(typed: string): CommandGroup[] {
  return [
    usePageCommands(),
    useProjectCommands(),
    useVersionCommands(),
    useBuildCommands(),
    useImageCommands(typed),
    useEnvironmentCommands(),
    useAppearanceCommands(),
  ].filter((group) => group.items.length > 0);
}
