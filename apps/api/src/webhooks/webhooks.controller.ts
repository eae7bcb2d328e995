import { Controller, Get, Header, Headers, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { Public } from '#libs/access';
import { WebhookIntake } from '#libs/webhooks';

/** What Meta calls. Its right to do so is the signature, not a key. */
@ApiExcludeController()
@Controller('webhooks/whatsapp')
export class WebhooksController {
  constructor(private readonly intake: WebhookIntake) {}

  @Get()
  @Public()
  @Header('Content-Type', 'text/plain')
  confirmHandshake(
    @Query('hub.mode') mode: unknown,
    @Query('hub.verify_token') verifyToken: unknown,
    @Query('hub.challenge') challenge: unknown,
  ): string {
    return this.intake.confirmHandshake({ mode, verifyToken, challenge });
  }

  @Post()
  @Public()
  @HttpCode(200)
  async receive(@Req() request: Request, @Headers('x-hub-signature-256') signature: string | undefined): Promise<void> {
    const rawBody: unknown = request.body;
    await this.intake.receive(Buffer.isBuffer(rawBody) ? rawBody : Buffer.alloc(0), signature);
  }
}
