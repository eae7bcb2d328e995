import { Module } from '@nestjs/common';
import { SwitchesModule } from '#libs/sending';
import { PlatformSwitchesController } from './platform-switches.controller.js';
import { SwitchesController } from './switches.controller.js';

@Module({ imports: [SwitchesModule], controllers: [SwitchesController, PlatformSwitchesController] })
export class SwitchesApiModule {}
