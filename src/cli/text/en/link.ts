export const link = {
  help: {
    summary: "give this folder's Go a path that stays the same, for an editor",
    remove: 'remove that path',
    list: 'list all such paths and where they point',
  },
  path: 'Link',
  folder: 'Folder',
  empty: 'No links yet. To make one for an editor, run `burrow link` in a project.',
  leads: (version: string, goroot: string) =>
    `It points to ${version} (${goroot}) and is updated when that changes:`,
  nowhere: 'nothing',
  removed: (folder: string) => `Removed the link of ${folder}.`,
  none: (folder: string) => `${folder} has no link.`,
  listAlone: '--list lists all links and takes no other option.',
  /** The Go of a linked folder has changed. */
  moved: (folder: string, version: string) => `The link of ${folder} now points to ${version}.`,
  away: (folder: string) =>
    `The link of ${folder} has nothing to point to. It returns when a Go for that folder is installed.`,
};
