import type { INestApplicationContext } from '@nestjs/common';
import type { Env } from '#libs/config';

/** The services of the product, as one command needs them. */
export type Product = Pick<INestApplicationContext, 'get'>;

/**
 * Opens the product for one command and closes it again. Loaded only here, so that help and wrong options answer at once.
 */
export async function withProduct<T>(
  work: (product: Product, env: Env) => Promise<T>,
  required: readonly (keyof Env)[] = ['DATABASE_URL'],
): Promise<T> {
  const { loadEnv } = await import('#libs/config');
  const env = loadEnv(required);
  const [{ NestFactory }, { ProductModule }] = await Promise.all([
    import('@nestjs/core'),
    import('./product.module.js'),
  ]);
  const app = await NestFactory.createApplicationContext(ProductModule.forEnv(env), {
    logger: false,
    abortOnError: false,
  });
  try {
    return await work(app, env);
  } finally {
    await app.close();
  }
}
