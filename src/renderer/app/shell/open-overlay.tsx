import { lazy, type ReactElement } from 'react';
import { loadPageTexts } from '#shared/i18n/index.ts';
import { type Overlay, overlays } from '#shared/overlays.ts';

const CommandPalette = lazy(async () => ({
  default: (await import('../commands/palette.tsx')).CommandPalette,
}));
const ShortcutSheet = lazy(async () => ({ default: (await import('./shortcut-sheet.tsx')).ShortcutSheet }));
const OpenProjectDialog = lazy(async () => ({
  default: (await import('../open-project/open-project-dialog.tsx')).OpenProjectDialog,
}));
const InstallDialog = lazy(async () => ({
  default: (await import('#features/toolchains/install-dialog.tsx')).InstallDialog,
}));
const AdoptDialog = lazy(async () => ({
  default: (await import('#features/toolchains/adopt-dialog.tsx')).AdoptDialog,
}));
const VerifyDialog = lazy(async () => {
  await loadPageTexts();
  return { default: (await import('#features/toolchains/verify-dialog.tsx')).VerifyDialog };
});
const SmokeDialog = lazy(async () => {
  await loadPageTexts();
  return { default: (await import('#features/toolchains/smoke-dialog.tsx')).SmokeDialog };
});
const RemoveDialog = lazy(async () => {
  await loadPageTexts();
  return { default: (await import('#features/toolchains/remove-dialog.tsx')).RemoveDialog };
});
const PruneDialog = lazy(async () => {
  await loadPageTexts();
  return { default: (await import('#features/toolchains/prune-dialog.tsx')).PruneDialog };
});
const BuildDialog = lazy(async () => {
  await loadPageTexts();
  return { default: (await import('#features/builds/run/build-dialog.tsx')).BuildDialog };
});
const InspectDialog = lazy(async () => {
  await loadPageTexts();
  return { default: (await import('#features/builds/inspect/inspect-dialog.tsx')).InspectDialog };
});
const RecordProgramDialog = lazy(async () => {
  await loadPageTexts();
  return { default: (await import('#features/builds/record/record-program-dialog.tsx')).RecordProgramDialog };
});
const RecordImageDialog = lazy(async () => {
  await loadPageTexts();
  return { default: (await import('#features/builds/record/record-image-dialog.tsx')).RecordImageDialog };
});

const shown = { open: true, onOpenChange: overlays.close };

/** The dialog that is open. Each is loaded when it is first opened. */
export function OpenOverlay({ overlay }: { overlay: Overlay }): ReactElement {
  switch (overlay.name) {
    case 'palette':
      return <CommandPalette typed={overlay.typed} />;
    case 'shortcuts':
      return <ShortcutSheet />;
    case 'open-project':
      return <OpenProjectDialog />;
    case 'adopt':
      return <AdoptDialog />;
    case 'install':
      return <InstallDialog version={overlay.version} pinIn={overlay.pinIn} />;
    case 'verify':
      return <VerifyDialog toolchain={overlay.toolchain} {...shown} />;
    case 'smoke':
      return <SmokeDialog toolchain={overlay.toolchain} {...shown} />;
    case 'remove':
      return <RemoveDialog toolchain={overlay.toolchain} {...shown} />;
    case 'prune':
      return <PruneDialog {...shown} />;
    case 'build':
      return <BuildDialog project={overlay.project} lastSubject={undefined} {...shown} />;
    case 'inspect':
      return <InspectDialog key={JSON.stringify(overlay.of)} of={overlay.of} />;
    case 'record-program':
      return <RecordProgramDialog project={overlay.project} {...shown} />;
    default:
      return (
        <RecordImageDialog
          key={JSON.stringify(overlay.of)}
          project={overlay.project}
          of={overlay.of}
          {...shown}
        />
      );
  }
}
