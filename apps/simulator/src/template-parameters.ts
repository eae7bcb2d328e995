import { invalid } from './graph-error.js';
import { isObject, type JsonObject } from './json.js';

/** The values that a send gives for one component of a template. */
export function parametersOf(component: JsonObject | undefined): JsonObject[] {
  const parameters = component?.['parameters'] ?? [];
  if (Array.isArray(parameters) && parameters.every(isObject)) return parameters;
  throw invalid("Param template['components']['parameters'] must be an array of objects.");
}
