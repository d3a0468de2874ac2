/**
 * The number of the reader, which is stored with what it read of a program. Whoever makes the reader find more, or other
 * things, adds 1: programs whose files are still there are then read again.
 */
export const readerVersion = 4;
