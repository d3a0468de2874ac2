export const common = {
  close: 'Close',
  cancel: 'Cancel',
  copy: 'Copy',
  copied: 'Copied',
  retry: 'Try again',
  undo: 'Undo',
  dismiss: 'Dismiss',
};
