import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow, Ctx } from '#libs/access';
import { EnrolmentService } from '#libs/consent';
import { ApiProblem, IdParam } from '#libs/http';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { ContactDto, toContactDto, toWrittenContactDto, WrittenContactDto } from './dto/contact.dto.js';
import { PutContactDto } from './dto/put-contact.dto.js';

@ApiTags('contacts')
@Controller('v1/contacts')
export class ContactsController {
  constructor(private readonly enrolment: EnrolmentService) {}

  @Put()
  @Allow('contacts:write')
  @ApiOperation({
    summary: 'Make or change a contact',
    description: 'The same request twice changes nothing more. An opt-in does not undo a STOP.',
  })
  @ApiOkResponse({ type: WrittenContactDto })
  @ApiProblem(400, 'invalid-request')
  @ApiProblem(422, 'invalid-request')
  async putContact(@Ctx() ctx: AgencyContext, @Body() body: PutContactDto): Promise<WrittenContactDto> {
    const { optIn, ...contact } = body;
    return toWrittenContactDto(await this.enrolment.put(ctx, contact, optIn));
  }

  @Get(':id')
  @Allow('contacts:read')
  @ApiOperation({ summary: 'Get a contact' })
  @ApiOkResponse({ type: ContactDto })
  @ApiProblem(404, 'not-found')
  async getContact(@Ctx() ctx: AgencyContext, @IdParam('contact') id: Uuid): Promise<ContactDto> {
    return toContactDto(await this.enrolment.get(ctx, id));
  }
}
