export const which = {
  help: {
    summary: 'show the path of a tool: go, gofmt',
  },
};
