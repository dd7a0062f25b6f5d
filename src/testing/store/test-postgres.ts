/** A PostgreSQL server in a temporary folder, for the tests of one file. */
import { execFileSync, type StdioOptions } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres, noPostgresNotice } from './find-postgres.ts';

export interface TestPostgres {
  /** The address of its database: at a socket, so that it takes no port. */
  storeUrl: string;
  /** The address of an empty database beside it. */
  createDatabase(name: string): string;
  /** Runs SQL as a superuser, and gives what it answers: a line for each row. */
  run(sql: string, database?: string): string;
  /** Stops it as a restart would, and starts it again. */
  restart(): void;
  stop(): void;
  start(): void;
  /** Stops it and removes the folder. */
  remove(): void;
}

/** The server refuses to run as root, whose tests start it as the user that Debian makes for it. */
function plainUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const numberOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: numberOf('-u'), gid: numberOf('-g') };
}

/** Starts one. @throws Error with what installs it, where it is not. */
export function startPostgres(): TestPostgres {
  const programs = findPostgres();
  if (programs === undefined) throw new Error(noPostgresNotice);
  const folder = mkdtempSync(join(tmpdir(), 'verse-pg-'));
  const user = plainUser();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe'];
  const run = (program: string, ...given: string[]) =>
    execFileSync(join(programs, program), given, { ...user, cwd: folder, stdio, encoding: 'utf8' });
  const files = join(folder, 'data');
  run('initdb', '-D', files, '-U', 'verse', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync');
  const settings = `-c listen_addresses='' -c unix_socket_directories=${folder} -c fsync=off`;
  const control = (...given: string[]) => run('pg_ctl', '-D', files, '-w', '-s', ...given);
  const start = () => {
    control('-l', join(folder, 'log'), '-o', settings, 'start');
  };
  const stop = () => {
    control('-m', 'fast', 'stop');
  };
  const sql = (statement: string, database = 'postgres') => {
    const flags = ['-h', folder, '-U', 'verse', '-d', database, '-q', '-t', '-A', '-v', 'ON_ERROR_STOP=1'];
    return run('psql', ...flags, '-c', statement).trim();
  };
  const addressOf = (name: string) => `postgres://verse@localhost/${name}?host=${encodeURIComponent(folder)}`;
  start();
  return {
    storeUrl: addressOf('postgres'),
    createDatabase: (name) => {
      sql(`create database ${name}`);
      return addressOf(name);
    },
    run: sql,
    restart: () => {
      stop();
      start();
    },
    stop,
    start,
    remove: () => {
      stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
