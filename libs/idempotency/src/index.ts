export { IdempotencyKey, type IdempotencyKeyOptions } from './idempotency-key.decorator.js';
