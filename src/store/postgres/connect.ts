/** Connections to PostgreSQL. Only this file imports pg and pgvector. */
import pg from 'pg';
import pgvector from 'pgvector';
import { badAddress, isLostConnection, refusedByDatabase } from './database-errors.ts';
import { nameDatabase } from './name-database.ts';

/** The settings of a database. */
export interface DatabaseSettings {
  /** The address, which may hold a password. */
  storeUrl?: string | undefined;
  storeConnections: number;
  storeTimeoutMs: number;
  /** The address of a replica that questions are read from. */
  storeReplicaUrl?: string | undefined;
  /** Where the documents' files are kept: "paths" (by default), "database", or an absolute path of a folder. */
  storeFiles?: string | undefined;
}

/** Runs one statement and gives its rows, with the columns that it names. */
export type Query = <Row>(statement: string, values?: readonly unknown[]) => Promise<Row[]>;

/** A connection of one's own, for locks and transactions; its statements may take as long as they need. */
export interface Session {
  query: Query;
  close(): Promise<void>;
}

/** Connections that statements which only read are shared among; one that was lost is replaced by the next statement. */
export interface Readers {
  /** @throws VerseError `cannot-read`. */
  query: Query;
  close(): Promise<void>;
}

export interface Database {
  /** As errors name it: "db.example:5432/reports". */
  readonly name: string;
  /** @param failure the code of its errors. */
  openSession(failure?: 'cannot-read' | 'cannot-write'): Promise<Session>;
  /** @param prepare what each connection is to do before its first statement; at least one stays open then. */
  openReaders(prepare?: (query: Query) => Promise<void>): Readers;
}

/**
 * Of every connection that searches. A walk through the graph goes on until a filter has let enough through, nearest first.
 * Share of the true nearest 100 found, of 40 noisy vectors among 51,000 near the report's: .951 / .982 / .995 at an ef_search
 * of 200 / 400 / 800, in 4 / 6 / 18 ms; all of them compared, 100 ms.
 */
const searchSettings = 'set hnsw.iterative_scan = strict_order; set hnsw.ef_search = 800';

/** A database, to which nothing is connected yet. @throws VerseError `bad-input` for options that cannot be used. */
export function connectDatabase(url: string, settings: DatabaseSettings): Database {
  const name = nameDatabase(url);
  const { storeConnections, storeTimeoutMs } = settings;
  const connection: pg.ClientConfig = {
    connectionString: url,
    connectionTimeoutMillis: storeTimeoutMs,
    keepAlive: true,
    application_name: 'chapter-and-verse',
  };
  try {
    // Reads the certificates that it names.
    new pg.Client(connection);
  } catch (cause) {
    const setting = url === settings.storeReplicaUrl ? 'VERSE_STORE_REPLICA' : 'VERSE_STORE';
    throw badAddress(setting, name, cause);
  }
  const queryBy =
    (client: Pick<pg.Client, 'query'>, failure?: 'cannot-read' | 'cannot-write'): Query =>
    async (statement, values = []) => {
      try {
        return (await client.query(statement, [...values])).rows;
      } catch (cause) {
        throw refusedByDatabase(name, cause, failure);
      }
    };
  return {
    name,
    openSession: async (failure) => {
      const client = new pg.Client(connection);
      // The statement that runs, or the next one, says that the connection was lost.
      client.on('error', () => {});
      await client.connect().catch((cause: unknown) => {
        throw refusedByDatabase(name, cause, failure);
      });
      return { query: queryBy(client, failure), close: () => client.end().catch(() => {}) };
    },
    openReaders: (prepare) => {
      const pool = new pg.Pool({
        ...connection,
        min: prepare === undefined ? 0 : 1,
        max: prepare === undefined ? 1 : storeConnections,
        statement_timeout: storeTimeoutMs,
        onConnect: async (client) => {
          await client.query(searchSettings);
          await prepare?.(queryBy(client));
        },
      });
      // One that was idle when the database went away is taken out of the pool.
      pool.on('error', () => {});
      return {
        query: async (statement, values = []) => {
          // After a restart every connection of the pool may be lost, each found out by a statement.
          for (let lost = 0; ; lost += 1) {
            try {
              return (await pool.query(statement, [...values])).rows;
            } catch (cause) {
              if (!isLostConnection(cause) || lost >= storeConnections) throw refusedByDatabase(name, cause);
            }
          }
        },
        close: () => pool.end(),
      };
    },
  };
}

/** A vector as pgvector reads it. */
export function toVectorSql(vector: Float32Array): string {
  return pgvector.toSql(Array.from(vector));
}

/** A vector as pgvector gives it in text: every value as it was. */
export function fromVectorSql(text: string): Float32Array {
  return Float32Array.from(pgvector.fromSql(text));
}
