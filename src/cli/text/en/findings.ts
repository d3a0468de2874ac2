export const findings = {
  help: {
    findings: 'list the lines of your profiles that fight with Burrow, each with its file and line',
    off: 'comment the lines of findings out, after showing the change',
  },
  none: 'No line of your profiles fights with Burrow.',
  off: (id: string) => `To comment it out: \`burrow shell off ${id}\``,
  undo: (entry: string) => `To have it back: \`burrow shell undo ${entry}\``,
};
