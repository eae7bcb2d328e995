import { Module } from '@nestjs/common';
import { AuditModule } from '#libs/audit';
import { DenialsService } from './denials.service.js';

/** For libs that refuse by rules of their own, without the rest of access. */
@Module({ imports: [AuditModule], providers: [DenialsService], exports: [DenialsService] })
export class DenialsModule {}
