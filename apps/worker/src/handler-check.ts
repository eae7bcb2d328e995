import { getQueueToken } from '@nestjs/bull';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Queue } from 'bull';
import { JOBS } from '#libs/queue';

/** Bull keeps its handlers under this name; it has no public way to ask for them. */
type WithHandlers = Queue & { readonly handlers: Readonly<Record<string, unknown>> };

/** Refuses to start when a declared job has no handler. Bull itself refuses a second one for the same job. */
@Injectable()
export class HandlerCheck implements OnApplicationBootstrap {
  constructor(private readonly modules: ModuleRef) {}

  onApplicationBootstrap(): void {
    const unheard = Object.values(JOBS).filter(({ queue, job }) => {
      const { handlers } = this.modules.get<WithHandlers>(getQueueToken(queue), { strict: false });
      return handlers[job] === undefined;
    });
    if (unheard.length > 0) {
      throw new Error(`These jobs have no handler: ${unheard.map(({ queue, job }) => `${queue}/${job}`).join(', ')}.`);
    }
  }
}
