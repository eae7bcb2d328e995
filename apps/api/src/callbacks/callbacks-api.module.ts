import { Module } from '@nestjs/common';
import { CallbacksModule } from '#libs/callbacks';
import { CallbackAttemptsController } from './callback-attempts.controller.js';
import { CallbacksController } from './callbacks.controller.js';

@Module({ imports: [CallbacksModule], controllers: [CallbacksController, CallbackAttemptsController] })
export class CallbacksApiModule {}
