/** Runs before each file that shares its process with others: a module that one replaced would be so for all. */
import { vi } from 'vitest';

vi.mock = () => {
  throw new Error(
    'A file that replaces a module needs a process of its own: add it to ownProcessTests in vitest.config.ts.',
  );
};
