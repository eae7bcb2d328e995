import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx } from '#libs/access';
import { ApiProblem, IdParam } from '#libs/http';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { TemplateReviewService } from '#libs/templates';
import { TemplateDetailsDto, toTemplateDetailsDto } from './dto/template-details.dto.js';
import { DecideTemplateDto, SendBackTemplateDto } from './dto/write-template.dto.js';

/** Approval by a second person, and by WhatsApp after that. */
@ApiTags('templates')
@Controller('v1/templates')
export class TemplateReviewsController {
  constructor(private readonly reviews: TemplateReviewService) {}

  @Post(':id/submit')
  @HttpCode(200)
  @Allow('templates:write')
  @ApiOperation({
    summary: 'Ask for approval',
    description: 'Refused while a rule of WhatsApp is broken. A person who did not write it then approves it.',
  })
  @ApiOkResponse({ type: TemplateDetailsDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'template-changed', 'template-state', 'template-edit-limit')
  @ApiProblem(422, 'template-lint')
  async submitTemplate(
    @Ctx() ctx: AgencyContext,
    @IdParam('template') id: Uuid,
    @Body() { version }: DecideTemplateDto,
  ): Promise<TemplateDetailsDto> {
    return toTemplateDetailsDto(await this.reviews.ask(ctx, id, version));
  }

  @Post(':id/approve')
  @HttpCode(200)
  @Allow('templates:approve')
  @ApiOperation({
    summary: 'Approve a version, which submits it to WhatsApp',
    description: 'Never by whoever wrote it. Where WhatsApp does not answer, it is submitted within the next minutes.',
  })
  @ApiOkResponse({ type: TemplateDetailsDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(403, 'second-person-needed')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'template-changed', 'template-state', 'template-account-missing')
  async approveTemplate(
    @Ctx() ctx: AgencyContext,
    @IdParam('template') id: Uuid,
    @Body() { version }: DecideTemplateDto,
  ): Promise<TemplateDetailsDto> {
    return toTemplateDetailsDto(await this.reviews.approve(ctx, id, version));
  }

  @Post(':id/reject')
  @HttpCode(200)
  @Allow('templates:approve')
  @ApiOperation({ summary: 'Send a version back to its writer', description: 'With what should change.' })
  @ApiOkResponse({ type: TemplateDetailsDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(403, 'second-person-needed')
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'template-changed', 'template-state')
  async rejectTemplate(
    @Ctx() ctx: AgencyContext,
    @IdParam('template') id: Uuid,
    @Body() { version, reason }: SendBackTemplateDto,
  ): Promise<TemplateDetailsDto> {
    return toTemplateDetailsDto(await this.reviews.sendBack(ctx, id, version, reason));
  }
}
