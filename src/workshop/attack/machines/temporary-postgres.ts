/** A PostgreSQL server in a temporary folder: for the tests of one file, and for what is killed under load. */
import { execFileSync, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findPostgres, noPostgresNotice } from './find-postgres.ts';

export interface TemporaryPostgres {
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
  /** Ends its first process with SIGKILL, which the others follow. */
  kill(): void;
  /** Starts it after that, while this process does other things. */
  recover(): Promise<void>;
  /** Starts a server that follows this one, for reading. */
  startReplica(): TemporaryPostgres;
  /** Stops it and removes the folder. */
  remove(): void;
}

/** The server refuses to run as root, whose tests start it as the user that Debian makes for it. */
function plainUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const numberOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: numberOf('-u'), gid: numberOf('-g') };
}

/** Runs a program that leaves others behind, so that nothing is read of it. @throws Error where it fails. */
async function runAside(
  program: string,
  given: readonly string[],
  options: { uid?: number; gid?: number; cwd: string },
): Promise<void> {
  const [code] = await once(spawn(program, given, { ...options, stdio: 'ignore' }), 'exit');
  if (code !== 0) throw new Error(`${program} ended with ${code}.`);
}

/** Runs one of PostgreSQL's programs. */
type Run = (program: string, ...given: string[]) => string;

/** Starts a server in a new folder. @param fill makes its files. */
function startWith(fill: (run: Run, files: string) => void, isSafe: boolean): TemporaryPostgres {
  const programs = findPostgres();
  if (programs === undefined) throw new Error(noPostgresNotice);
  const folder = mkdtempSync(join(tmpdir(), 'verse-pg-'));
  const user = plainUser();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe'];
  const run: Run = (program, ...given) =>
    execFileSync(join(programs, program), given, { ...user, cwd: folder, stdio, encoding: 'utf8' });
  const files = join(folder, 'data');
  fill(run, files);
  const settings = `-c listen_addresses='' -c unix_socket_directories=${folder} -c fsync=${isSafe ? 'on' : 'off'}`;
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
    kill: () => {
      const [pid = ''] = readFileSync(join(files, 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGKILL');
    },
    recover: async () => {
      const given = ['-D', files, '-w', '-s', '-l', join(folder, 'log'), '-o', settings, 'start'];
      // The others may hold its memory for a moment.
      for (let attempt = 0; ; attempt += 1) {
        const failure = await runAside(join(programs, 'pg_ctl'), given, { ...user, cwd: folder }).catch(
          (error: unknown) => error,
        );
        if (!(failure instanceof Error)) return;
        if (attempt === 20) throw failure;
        await wait(250);
      }
    },
    startReplica: () =>
      startWith((runThere, filesThere) => {
        const from = [
          '-h',
          folder,
          '-U',
          'verse',
          '-D',
          filesThere,
          '-R',
          '-X',
          'stream',
          '-c',
          'fast',
          '--no-sync',
        ];
        runThere('pg_basebackup', ...from);
      }, isSafe),
    remove: () => {
      stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Starts one. @throws Error with what installs it, where it is not.
 * @param isSafe whether what is committed is on the disk, as of a server that is meant to be used; else it starts sooner.
 */
export function startPostgres({ isSafe = false } = {}): TemporaryPostgres {
  return startWith((run, files) => {
    run('initdb', '-D', files, '-U', 'verse', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync');
  }, isSafe);
}
