import { Module } from '@nestjs/common';
import { AccessModule } from '#libs/access';
import { InvitationTokensController } from './invitation-tokens.controller.js';
import { InvitationsController } from './invitations.controller.js';

@Module({ imports: [AccessModule], controllers: [InvitationsController, InvitationTokensController] })
export class InvitationsApiModule {}
