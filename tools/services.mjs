// A PostgreSQL and a Redis of our own, for `npm start` and for tests.
export { freePort } from './services/ports.mjs';
export { startPostgres } from './services/postgres.mjs';
export { startRedis } from './services/redis.mjs';
