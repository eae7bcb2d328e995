export { ConfigModule } from './config.module.js';
export { Env } from './env.js';
export { renderEnvExample } from './env-example.js';
export { describeEnv, EnvError, loadEnv } from './load-env.js';
