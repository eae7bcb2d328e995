import { Module } from '@nestjs/common';
import { TemplatesModule } from '#libs/templates';
import { TemplateDraftsController } from './template-drafts.controller.js';
import { TemplateReviewsController } from './template-reviews.controller.js';
import { TemplatesController } from './templates.controller.js';

@Module({
  imports: [TemplatesModule],
  // Routes with a word in place of an id come first.
  controllers: [TemplatesController, TemplateDraftsController, TemplateReviewsController],
})
export class TemplatesApiModule {}
