/** The instructions of a Dockerfile that set what is in an image's configuration. */
export const configInstructions = {
  user: 'USER',
  workingDir: 'WORKDIR',
  entrypoint: 'ENTRYPOINT',
  cmd: 'CMD',
  env: 'ENV',
  labels: 'LABEL',
  exposedPorts: 'EXPOSE',
} as const;
