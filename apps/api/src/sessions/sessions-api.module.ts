import { Module } from '@nestjs/common';
import { AccessModule } from '#libs/access';
import { SessionsController } from './sessions.controller.js';

@Module({ imports: [AccessModule], controllers: [SessionsController] })
export class SessionsApiModule {}
