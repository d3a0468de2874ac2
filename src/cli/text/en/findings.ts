export const findings = {
  help: {
    findings: 'list the lines of your profiles that conflict with Burrow, each with its file and line',
    off: 'comment out the lines of findings, after showing the change',
  },
  none: 'No line of your profiles conflicts with Burrow.',
  off: (id: string) => `To comment it out: \`burrow shell off ${id}\``,
  undo: (entry: string) => `To have it back: \`burrow shell undo ${entry}\``,
};
