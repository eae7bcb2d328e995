import type { CompiledTemplate } from './compiled-template.js';
import type { JsonObject } from './json.js';

/** What becomes of a template after it was written. */
export interface TemplateLife {
  quality: string;
  qualityAt: number | null;
  rejectedReason: string;
  previousCategory: string | null;
  correctCategory: string | null;
  ttlSeconds: number | null;
  subCategory: string | null;
  libraryName: string | null;
  /** When it was edited while it was approved. */
  readonly edits: number[];
  pauses: number;
}

/** The lives of all templates, by id: what putting the world again does not change. */
export class TemplateLives {
  private readonly lives = new Map<string, TemplateLife>();

  of({ id }: CompiledTemplate): TemplateLife {
    const known = this.lives.get(id);
    if (known) return known;
    const life: TemplateLife = {
      quality: 'UNKNOWN',
      qualityAt: null,
      rejectedReason: 'NONE',
      previousCategory: null,
      correctCategory: null,
      ttlSeconds: null,
      subCategory: null,
      libraryName: null,
      edits: [],
      pauses: 0,
    };
    this.lives.set(id, life);
    return life;
  }

  forget({ id }: CompiledTemplate): void {
    this.lives.delete(id);
  }

  /** As fields of `GET /{TEMPLATE_ID}`. */
  fieldsOf(template: CompiledTemplate): JsonObject {
    const life = this.of(template);
    return {
      quality_score: {
        score: life.quality,
        ...(life.qualityAt !== null && { date: Math.floor(life.qualityAt / 1000) }),
      },
      rejected_reason: life.rejectedReason,
      sub_category: life.subCategory,
      previous_category: life.previousCategory,
      correct_category: life.correctCategory,
      message_send_ttl_seconds: life.ttlSeconds,
      library_template_name: life.libraryName,
    };
  }
}
