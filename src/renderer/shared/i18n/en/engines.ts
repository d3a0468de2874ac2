/** Container engines: which there are, and which one is used. */
export const engines = {
  label: 'Engine',
  automatic: 'The first that answers',
  unknown: 'Unknown engine',
  state: {
    answers: 'answers',
    hangs: 'hangs',
    stopped: 'not running',
    refused: 'no permission',
    unreadable: 'not an engine',
    unsupported: 'not supported',
  },
  contexts: 'context {{names}}',
  by: '{{variable}} decides which engine is used.',
  context: "Docker's context chooses {{engine}}.",
};
