import type { CodeFlow, Location, Result, Fix as SarifFix, ThreadFlowLocation } from 'sarif';
import type { Finding, Fix, Place, Step, Suppression } from '../types.ts';
import { artifactLocation, logicalLocation, physicalLocation } from './sarif-places.ts';
import { sentence, sentences, wellFormed } from './words.ts';

/** GitHub rejects more related locations than this, and shows no more of a thread flow. */
export const MOST_LOCATIONS = 1000;

/** `ruleIndex` is null for a rule that the run does not list. */
export function resultOf(finding: Finding, ruleIndex: number | null, withSuppressions: boolean): Result {
  const related = relatedLocations(finding);
  const flow = codeFlow(finding);
  const fingerprints: Record<string, string> = { 'nostall/v1': finding.fingerprint };
  if (finding.lineHash !== '') fingerprints.primaryLocationLineHash = finding.lineHash;
  const result: Result = {
    ruleId: finding.rule,
    ...(ruleIndex !== null && { ruleIndex }),
    level: finding.level,
    message: { text: messageText(finding) },
    locations: [
      {
        physicalLocation: physicalLocation(finding.place, finding.source),
        logicalLocations: [logicalLocation(finding.function, finding.function === '<module>' ? 'module' : 'function')],
      },
    ],
    partialFingerprints: fingerprints,
    ...(flow && { codeFlows: [flow] }),
    ...(related.length > 0 && { relatedLocations: related }),
    ...(finding.fix && { fixes: [fixOf(finding.fix, finding.place.path)] }),
  };
  const properties = propertiesOf(finding);
  if (Object.keys(properties).length > 0) result.properties = properties;
  // An empty list says "not suppressed"; without the property nothing would be said.
  if (withSuppressions) result.suppressions = finding.suppression ? [suppressionOf(finding.suppression)] : [];
  return result;
}

/** How many steps of a finding are beyond what GitHub takes. */
export function stepsCut(finding: Finding): number {
  return Math.max(0, placedSteps(finding).length - MOST_LOCATIONS);
}

interface PlacedStep extends Step {
  readonly place: Place;
}

function hasPlace(step: Step): step is PlacedStep {
  return step.place !== null;
}

function placedSteps(finding: Finding): PlacedStep[] {
  return [...finding.chain, ...finding.related].filter(hasPlace);
}

/** Related locations count from 1, chain first; the message links to them by that number. */
function relatedLocations(finding: Finding): Location[] {
  return placedSteps(finding)
    .slice(0, MOST_LOCATIONS)
    .map((step, index) => ({ id: index + 1, ...stepLocation(step, step.text) }));
}

function messageText(finding: Finding): string {
  const told = unlinked(sentences(finding.message, finding.why, finding.advice));
  let id = 0;
  const link = (step: Step) => {
    if (!hasPlace(step)) return unlinked(`\`${step.name}\`: ${step.text}`);
    id++;
    return id > MOST_LOCATIONS ? unlinked(step.text) : `[${step.text.replace(/[\\[\]]/g, '\\$&')}](${id})`;
  };
  const parts = [told];
  if (finding.chain.length > 0) parts.push(sentence(`Chain: ${finding.chain.map(link).join(', then ')}`));
  if (finding.related.length > 0) parts.push(sentence(`Related: ${finding.related.map(link).join('; ')}`));
  return wellFormed(parts.join(' '));
}

/** Keeps code such as `handlers[name](event)` from reading as a link. */
function unlinked(text: string): string {
  return text.replace(/\](?=\()/g, '\\]');
}

/**
 * The call in the coroutine, then each step that has a place. GitHub draws only places: what a step without one says
 * is added to the step before it.
 */
function codeFlow(finding: Finding): CodeFlow | null {
  const texts: string[] = [finding.message];
  const stops: (PlacedStep | null)[] = [null];
  for (const [index, step] of finding.chain.entries()) {
    const last = texts.length - 1;
    if (!hasPlace(step)) texts[last] += `; \`${step.name}\`: ${step.text}`;
    else if (index === 0 && samePlace(step.place, finding.place)) texts[0] = step.text;
    else {
      texts.push(step.text);
      stops.push(step);
    }
  }
  if (stops.length < 2) return null;
  const locations = stops.slice(0, MOST_LOCATIONS).map((step, index): ThreadFlowLocation => {
    const text = texts[index] ?? '';
    const location = step
      ? stepLocation(step, text)
      : {
          physicalLocation: physicalLocation(finding.place, finding.source),
          message: { text: wellFormed(unlinked(text)) },
        };
    return { location, nestingLevel: index };
  });
  return { threadFlows: [{ locations }] };
}

function stepLocation(step: PlacedStep, text: string): Location {
  return {
    physicalLocation: physicalLocation(step.place, [step.source]),
    logicalLocations: [logicalLocation(step.name)],
    message: { text: wellFormed(unlinked(text)) },
  };
}

function samePlace(a: Place, b: Place): boolean {
  return a.path === b.path && a.start.line === b.start.line && a.start.column === b.start.column;
}

function propertiesOf({ effect, certainty }: Finding): Record<string, string> {
  return { ...(effect && { kind: effect.kind, cost: effect.cost }), ...(certainty && { certainty }) };
}

function fixOf({ description, edits }: Fix, path: string): SarifFix {
  const replacements = edits.map(({ start, end, text }) => ({
    deletedRegion: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
    insertedContent: { text: wellFormed(text) },
  }));
  return {
    description: { text: wellFormed(unlinked(sentences(description))) },
    artifactChanges: [{ artifactLocation: artifactLocation(path), replacements }],
  };
}

function suppressionOf({ kind, reason, place }: Suppression): NonNullable<Result['suppressions']>[number] {
  return {
    kind: 'inSource',
    ...(reason !== null && { justification: wellFormed(reason) }),
    location: { physicalLocation: physicalLocation(place, []) },
    properties: { comment: kind },
  };
}
