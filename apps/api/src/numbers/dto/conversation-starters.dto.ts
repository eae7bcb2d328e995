import { ApiProperty } from '@nestjs/swagger';
import { Nested, Text, TextList } from '#libs/http';
import type { ConversationStarters } from '#libs/whatsapp';

/** Limits: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/conversational-components */
export class PutCommandDto {
  @Text({ max: 32, pattern: /^[^\s/]+$/, description: 'One word, without the slash', example: 'waste' })
  name: string;

  @Text({ max: 256, example: 'When the bins are emptied' })
  description: string;
}

export class PutStartersDto {
  @TextList({ max: 4, each: { max: 80 }, example: ['Report a leak', 'Opening hours'] })
  prompts: string[];

  @Nested(() => PutCommandDto, { listOf: 30, atLeast: 0 })
  commands: PutCommandDto[];
}

export class CommandDto {
  @ApiProperty({ example: 'waste' })
  name: string;

  @ApiProperty({ example: 'When the bins are emptied' })
  description: string;
}

/** What a chat offers to tap before anything was written, and what it lists after a slash. */
export class StartersDto {
  @ApiProperty({ type: [String], example: ['Report a leak'] })
  prompts: readonly string[];

  @ApiProperty({ type: [CommandDto] })
  commands: readonly CommandDto[];
}

export function toStartersDto({ prompts, commands }: ConversationStarters): StartersDto {
  return { prompts, commands };
}
