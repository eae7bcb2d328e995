import { Module } from '@nestjs/common';
import { AccessModule } from '#libs/access';
import { AgenciesModule } from '#libs/agencies';
import { DepartmentsController } from './departments.controller.js';

@Module({ imports: [AccessModule, AgenciesModule], controllers: [DepartmentsController] })
export class DepartmentsApiModule {}
