/** The ways to start a shell, which decide what it reads, in the order in which they are shown. */
export const shellModes = ['script', 'login', 'interactive', 'login-interactive'] as const;
