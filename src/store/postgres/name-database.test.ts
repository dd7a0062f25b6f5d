import { expect, it } from 'vitest';
import { nameDatabase } from './name-database.ts';

it.each([
  [
    'postgres://verse:geheim@db.example:5433/reports?sslmode=verify-full&password=geheim',
    'db.example:5433/reports',
  ],
  ['postgresql://verse:geheim@[::1]/reports', '[::1]/reports'],
  ['postgres://verse@localhost/reports?host=/run/postgresql', '/run/postgresql/reports'],
  ['postgres://verse:geheim@db.example', 'db.example'],
])('%s is called %s, without its user and password', (address, name) => {
  expect(nameDatabase(address)).toBe(name);
});
