import { GraphFailure, invalid } from './graph-error.js';
import { isObject, isText, type JsonObject } from './json.js';
import type { NumberLives } from './number-life.js';
import type { WorldNumber } from './world.js';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/conversational-components */
const MOST_PROMPTS = 4;
const PROMPT_CHARACTERS = 80;
const MOST_COMMANDS = 30;
const COMMAND_CHARACTERS = 32;
const DESCRIPTION_CHARACTERS = 256;
const COMMAND_NAME = /^[^\s/]+$/;

/** `/{number}/conversational_automation`: what a chat offers to tap before anything was written, and what `/` lists. */
export class ConversationStarters {
  constructor(private readonly lives: NumberLives) {}

  change(number: WorldNumber, body: unknown): JsonObject {
    if (!isObject(body)) throw new GraphFailure(100, { message: '(#100) Invalid JSON' });
    const life = this.lives.of(number);
    const { prompts, commands } = body;
    const read = {
      ...(prompts !== undefined && { prompts: readPrompts(prompts) }),
      ...(commands !== undefined && { commands: readCommands(commands) }),
    };
    life.conversationalAutomation = { ...life.conversationalAutomation, ...read };
    return { success: true };
  }
}

function readPrompts(prompts: unknown): string[] {
  if (!Array.isArray(prompts)) throw invalid('Param prompts must be an array.');
  if (prompts.length > MOST_PROMPTS) throw invalid(`Param prompts must have at most ${MOST_PROMPTS} items.`);
  return prompts.map((prompt) => readText(prompt, 'prompts', PROMPT_CHARACTERS));
}

function readCommands(commands: unknown): JsonObject[] {
  if (!Array.isArray(commands)) throw invalid('Param commands must be an array.');
  if (commands.length > MOST_COMMANDS) throw invalid(`Param commands must have at most ${MOST_COMMANDS} items.`);
  return commands.map((command) => {
    const { command_name: name, command_description: description } = isObject(command) ? command : {};
    const text = readText(name, 'command_name', COMMAND_CHARACTERS);
    if (!COMMAND_NAME.test(text)) throw invalid('Param command_name must be one word without a slash.');
    return {
      command_name: text,
      command_description: readText(description, 'command_description', DESCRIPTION_CHARACTERS),
    };
  });
}

function readText(text: unknown, name: string, most: number): string {
  if (!isText(text)) throw invalid(`Param ${name} must be a string that is not empty.`);
  if ([...text].length > most) throw invalid(`Param ${name} must be at most ${most} characters long.`);
  return text;
}
