import { Module } from '@nestjs/common';
import { ConsentModule } from '#libs/consent';
import { IdempotencyModule } from '#libs/idempotency';
import { PurposesController } from './purposes.controller.js';

@Module({ imports: [ConsentModule, IdempotencyModule], controllers: [PurposesController] })
export class PurposesApiModule {}
