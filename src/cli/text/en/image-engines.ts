import type { EngineChooser, EngineStateName } from '#contract/engine-chooser';

export const imageEngines = {
  help: {
    summary: 'list the container engines of this machine, or choose one',
    use: 'read images from this one from now on: its product, instance, context or address; "auto" for the first that answers',
  },
  engine: 'Engine',
  version: 'Version',
  store: 'Store',
  state: 'State',
  address: 'Address',
  states: {
    answers: 'answers',
    hangs: 'hangs',
    stopped: 'not running',
    refused: 'no permission',
    unreadable: 'not an engine',
    unsupported: 'not supported',
  } satisfies Record<EngineStateName, string>,
  unknown: 'unknown',
  none: 'No container engine was found. Start Docker or Podman.',
  used: (engine: string, why: string) => `Images are read from ${engine}, ${why}`,
  by: {
    DOCKER_HOST: 'because of DOCKER_HOST.',
    DOCKER_CONTEXT: 'because of DOCKER_CONTEXT.',
    settings: 'as chosen.',
    context: "because it is Docker's current context.",
  } satisfies Record<EngineChooser, string>,
  first: 'the first that answers.',
  notUsed: (name: string) => `The choice is remembered, but ${name} decides as long as it is set.`,
  noMatch: (name: string, names: string) => `No engine is called "${name}". Write one of: ${names}.`,
  severalMatch: (name: string, addresses: string) =>
    `Several engines are called "${name}". Write the address of one: ${addresses}.`,
};
