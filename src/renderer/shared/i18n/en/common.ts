export const common = {
  close: 'Close',
  cancel: 'Cancel',
  copy: 'Copy',
  copied: 'Copied',
  details: 'Details',
  popup: 'Choices',
  retry: 'Try again',
  undo: 'Undo',
  dismiss: 'Dismiss',
};
