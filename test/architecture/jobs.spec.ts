import { describe, expect, it } from 'vitest';
import { Env } from '#libs/config';
import { Logger } from '#libs/observability';
import { JOBS, QUEUE_NAMES } from '#libs/queue';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { classesOf, markedMethods } from './module-parts.js';

/** The metadata of @nestjs/bull: a class's queue and a method's job. */
const QUEUE = 'bull:module_queue';
const JOB = 'bull:module_queue_process';

const providers = classesOf(WorkerModule.forRoot(new Env(), new Logger({ app: 'test', level: 'silent' })), 'providers');

/** `queue/job` of each handler of the worker, as often as it is handled. */
const handled = providers
  .filter((provider) => Reflect.hasMetadata(QUEUE, provider))
  .flatMap((provider) => {
    const { name: queue } = Reflect.getMetadata(QUEUE, provider) as { name: string };
    return markedMethods(provider, JOB).map((method) => {
      const { name: job } = Reflect.getMetadata(JOB, method) as { name?: string };
      return `${queue}/${job ?? '(any)'}`;
    });
  })
  .sort();

describe('The jobs', () => {
  it('are each handled by exactly one method of the worker, and no other is', () => {
    expect(handled).toEqual(
      Object.values(JOBS)
        .map(({ queue, job }) => `${queue}/${job}`)
        .sort(),
    );
  });

  it('wait in queues of their own, so that no kind of work stands behind another', () => {
    expect(QUEUE_NAMES).toHaveLength(Object.keys(JOBS).length);
  });
});
