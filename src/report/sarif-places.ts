import type { ArtifactLocation, LogicalLocation, PhysicalLocation, Region } from 'sarif';
import type { Place } from '../types.ts';
import { wellFormed } from './words.ts';

export const SOURCE_ROOT = '%SRCROOT%';

/** `lines` are the source lines of the place from its first on; without all of them there is no snippet. */
export function physicalLocation(place: Place, lines: readonly string[]): PhysicalLocation {
  return { artifactLocation: artifactLocation(place.path), region: regionOf(place, lines) };
}

/** Each segment is percent-encoded by itself. Only a path inside the root is relative to it. */
export function artifactLocation(path: string): ArtifactLocation {
  const segments = wellFormed(path).split('/');
  const uri = segments.map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return { uri: `file://${uri}` };
  // A drive letter, as in `C:/src/app.py`.
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${path.slice(0, 2)}${uri.slice(uri.indexOf('/'))}` };
  return { uri, uriBaseId: SOURCE_ROOT };
}

export function logicalLocation(name: string, kind?: string): LogicalLocation {
  return kind === undefined ? { fullyQualifiedName: name } : { fullyQualifiedName: name, kind };
}

function regionOf({ start, end }: Place, lines: readonly string[]): Region {
  const region: Region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  const wanted = end.line - start.line + 1;
  if (lines.length < wanted || lines[0] === '') return region;
  const inside = lines.slice(0, wanted);
  // The end first: on a single line its column still counts from the line's start.
  inside[wanted - 1] = inside[wanted - 1]?.slice(0, end.column - 1) ?? '';
  inside[0] = inside[0]?.slice(start.column - 1) ?? '';
  region.snippet = { text: wellFormed(inside.join('\n')) };
  return region;
}
