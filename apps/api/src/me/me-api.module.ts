import { Module } from '@nestjs/common';
import { AccessModule } from '#libs/access';
import { MeController } from './me.controller.js';
import { MyFactorsController } from './my-factors.controller.js';
import { MySessionsController } from './my-sessions.controller.js';

@Module({ imports: [AccessModule], controllers: [MeController, MyFactorsController, MySessionsController] })
export class MeApiModule {}
