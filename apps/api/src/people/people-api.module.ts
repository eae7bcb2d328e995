import { Module } from '@nestjs/common';
import { AccessModule } from '#libs/access';
import { PeopleController } from './people.controller.js';

@Module({ imports: [AccessModule], controllers: [PeopleController] })
export class PeopleApiModule {}
