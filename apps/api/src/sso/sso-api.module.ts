import { Module } from '@nestjs/common';
import { SsoModule } from '#libs/sso';
import { SsoController } from './sso.controller.js';
import { SsoSettingsController } from './sso-settings.controller.js';

@Module({ imports: [SsoModule], controllers: [SsoSettingsController, SsoController] })
export class SsoApiModule {}
