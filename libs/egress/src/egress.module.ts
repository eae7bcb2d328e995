import { Module } from '@nestjs/common';
import { EgressClient } from './egress-client.js';

/** The one way out to addresses that somebody else chose. */
@Module({ providers: [EgressClient], exports: [EgressClient] })
export class EgressModule {}
