export const link = {
  help: {
    summary: "give this folder's Go a path that stays the same, for an editor",
    remove: 'take that path away',
    list: 'show all such paths and where they lead',
  },
  path: 'Link',
  folder: 'Folder',
  empty: 'There are no links yet. `burrow link` in a project makes one for its editor.',
  leads: (version: string, goroot: string) =>
    `It leads to ${version} (${goroot}), and follows when that changes:`,
  nowhere: 'nowhere now',
  removed: (folder: string) => `The link of ${folder} is removed.`,
  none: (folder: string) => `${folder} has no link.`,
  listAlone: '--list lists all links; it takes no other option.',
  /** Something changed what a linked folder gets. */
  moved: (folder: string, version: string) => `The link of ${folder} leads to ${version} now.`,
  away: (folder: string) =>
    `The link of ${folder} leads nowhere now, so it is away until a Go for that folder is installed.`,
};
