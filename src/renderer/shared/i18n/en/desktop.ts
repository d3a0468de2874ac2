export const desktop = {
  open: 'Open in…',
  inEditor: 'Editor',
  inNamed: '{{editor}}',
  inTerminal: 'Terminal',
  openPlace: 'Open {{place}} in the editor',
};
