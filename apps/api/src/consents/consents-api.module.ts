import { Module } from '@nestjs/common';
import { ConsentModule } from '#libs/consent';
import { IdempotencyModule } from '#libs/idempotency';
import { ConsentsController } from './consents.controller.js';

@Module({ imports: [ConsentModule, IdempotencyModule], controllers: [ConsentsController] })
export class ConsentsApiModule {}
