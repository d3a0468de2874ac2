/** Who can choose the container engine, the first that does decides: a variable, Burrow's settings, Docker's context. */
export const engineChoosers = ['DOCKER_HOST', 'DOCKER_CONTEXT', 'settings', 'context'] as const;
export type EngineChooser = (typeof engineChoosers)[number];

/** `hangs`: it accepts connections and says nothing. `stopped`: nothing listens. `unsupported`: TLS or SSH. */
export const engineStates = ['answers', 'hangs', 'stopped', 'refused', 'unreadable', 'unsupported'] as const;
export type EngineStateName = (typeof engineStates)[number];
