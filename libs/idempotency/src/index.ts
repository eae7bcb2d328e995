export { IdempotencyModule } from './idempotency.module.js';
export { IdempotencyService, type IdempotentRequest, type Outcome } from './idempotency.service.js';
export { IdempotencyKey, type IdempotencyKeyOptions } from './idempotency-key.decorator.js';
export { IdempotentAnswerInterceptor } from './idempotent-answer.interceptor.js';
export { IdempotentAnswer } from './idempotent-answer.js';
