export { errorFields } from './error-fields.js';
export { type HealthCheck, type HealthReport, reportHealth } from './health.js';
export { type LogFields, type LogValue, safeText } from './log-fields.js';
export { Logger, type LoggerOptions, type LogLevel } from './logger.js';
export { type MetricOptions, Metrics } from './metrics.js';
export { ObservabilityModule } from './observability.module.js';
export { shutDownWhenTold } from './shutdown.js';
export { StartError, startSentence } from './start-error.js';
