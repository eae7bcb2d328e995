import { Module } from '@nestjs/common';
import { TemplatesModule } from '#libs/templates';
import { TemplatesController } from './templates.controller.js';

@Module({ imports: [TemplatesModule], controllers: [TemplatesController] })
export class TemplatesApiModule {}
