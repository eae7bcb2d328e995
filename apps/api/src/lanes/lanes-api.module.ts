import { Module } from '@nestjs/common';
import { SwitchesModule } from '#libs/sending';
import { LanesController } from './lanes.controller.js';

@Module({ imports: [SwitchesModule], controllers: [LanesController] })
export class LanesApiModule {}
