import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Registry } from 'prom-client';
import { Logger } from './logger.js';
import { Metrics } from './metrics.js';

/** Makes one `Logger` and one `Metrics` injectable everywhere. */
@Global()
@Module({})
export class ObservabilityModule {
  static forRoot(logger: Logger): DynamicModule {
    return {
      module: ObservabilityModule,
      providers: [
        { provide: Logger, useValue: logger },
        { provide: Metrics, useFactory: () => new Metrics(new Registry()) },
      ],
      exports: [Logger, Metrics],
    };
  }
}
