/** How a server's process ended. */
export interface ServerExit {
  code: number | null;
  signal: string | null;
}

export interface StopOptions {
  /** How long to wait for an orderly end; 0 ends it at once. */
  limitMs?: number;
}

interface Server {
  host: string;
  port: number;
  password: string;
  pid: number;
  /** The directory that holds its files. */
  path: string;
  exited: Promise<ServerExit>;
  isRunning(): boolean;
  stop(options?: StopOptions): Promise<void>;
}

interface ServerOptions {
  /** Where its files are kept; temporary and removed by `stop()` when absent. */
  dataDir?: string;
  /** A free one when absent. */
  port?: number;
  /** A random one when absent; a cluster that exists keeps the one it was made with. */
  password?: string;
  log?: (line: string) => void;
}

export interface PostgresServer extends Server {
  user: string;
  /** Whether the cluster was there before this start. */
  existed: boolean;
  /** A URL for the superuser. */
  url(database?: string): string;
}

export interface PostgresOptions extends ServerOptions {
  /** False switches fsync off, which only integration tests may do. */
  durable: boolean;
}

export interface RedisServer extends Server {
  url: string;
}

export function startPostgres(options: PostgresOptions): Promise<PostgresServer>;
export function startRedis(options?: ServerOptions): Promise<RedisServer>;
/** A port of 127.0.0.1 that was free a moment ago. */
export function freePort(): Promise<number>;
