import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Allow, bearerOf, Ctx } from '#libs/access';
import { ApiProblem } from '#libs/http';
import { type AgencyContext, permissionMissing } from '#libs/kernel';
import { LiveHub } from '#libs/live';
import { StreamQueryDto } from './dto/stream-query.dto.js';
import { streamTopics } from './stream-topics.js';

@ApiTags('console')
@Controller('v1/console/stream')
export class ConsoleStreamController {
  constructor(private readonly hub: LiveHub) {}

  @Get()
  @Allow('audit:read', 'home:read')
  @ApiOperation({
    summary: 'Hear what changes, as server-sent events',
    description:
      'Each event is `{ "topic", "ids" }`: these things look different now. An empty list of ids means that anything of ' +
      'the topic may. Of `audit` the one text is the number of entries in the log. Without `Last-Event-ID`, or with one ' +
      'that is older than an hour, the stream begins with an empty list for each topic. A comment comes every 15 seconds. ' +
      'The stream ends with its access token, with the session, and with the right to a topic.',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The id of the last event that arrived' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(429, 'too-many-streams')
  async open(
    @Ctx() ctx: AgencyContext,
    @Query() query: StreamQueryDto,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const topics = streamTopics(ctx, query.topics);
    // A program that waits for changes takes callbacks; a stream is for a person at a screen.
    if (ctx.actor.kind !== 'user') throw permissionMissing('home:read');
    const token = bearerOf(request) ?? '';
    await this.hub.open({ ctx, topics, token }, response, request.header('last-event-id'));
  }
}
