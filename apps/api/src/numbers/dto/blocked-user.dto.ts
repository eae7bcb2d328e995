import { ApiProperty } from '@nestjs/swagger';
import { Id, Nested, OptionalField, PhoneNumber, Text } from '#libs/http';
import type { Uuid } from '#libs/kernel';

/** Exactly one of the three names the person. */
export class PersonToBlockDto {
  @PhoneNumber({ description: 'In E.164 form' })
  @OptionalField()
  to?: string;

  @Text({ max: 150, description: 'Business-scoped user id', example: 'GB.13491208655302741918' })
  @OptionalField()
  userId?: string;

  @Id('contact', { description: 'A contact of the agency' })
  @OptionalField()
  contactId?: Uuid;
}

export class BlockUsersDto {
  @Nested(() => PersonToBlockDto, { listOf: 100, description: 'Up to 100 at once' })
  people: PersonToBlockDto[];
}

export class BlockedUserDto {
  @ApiProperty({ type: String, nullable: true, description: 'The contact, when the agency knows the person' })
  contactId: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: '+44•••••••123',
    description: 'All but the last digits hidden',
  })
  phone: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Business-scoped user id' })
  userId: string | null;
}

export class BlockedUserListDto {
  @ApiProperty({ type: [BlockedUserDto] })
  data: readonly BlockedUserDto[];

  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}

/** What became of one person of the request, at the same place. */
export class BlockOutcomeDto {
  @ApiProperty({ description: 'Place in the request, from 0' })
  index: number;

  @ApiProperty()
  isDone: boolean;

  @ApiProperty({
    type: String,
    nullable: true,
    enum: ['no-recent-message', 'list-full', 'person-unknown', 'provider-refused'],
    description: 'Why not. WhatsApp blocks only who wrote to the number within 24 hours.',
  })
  code: string | null;

  @ApiProperty({ type: String, nullable: true, description: "Meta's own words" })
  text: string | null;
}

export class BlockOutcomeListDto {
  @ApiProperty({ type: [BlockOutcomeDto] })
  data: readonly BlockOutcomeDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Always null' })
  next: string | null;
}
