/** Looking into a program that is not recorded. */
export const inspect = {
  title: 'Inspect a program',
  path: 'The program’s path',
  action: 'Inspect',
  record: 'Record in the history',
  recorded: 'Recorded as {{id}}',
  another: 'Another program…',
  noPath: 'A browser does not tell a page where {{name}} is. Type its path.',
  archive:
    '{{name}} is an archive. Burrow inspects programs, and records images from a container engine: load the archive there, then choose Record image in Builds. A Go release is installed with `burrow install --from FILE`.',
  several: 'Drop one program at a time.',
};
