import { basename, dirname, resolve } from 'node:path';
import { type Disk, disk, type Entry, FileError, pathKind } from '../files.ts';
import type { Change } from './changes.ts';

/** The disk as it was before the changes. */
export function diskBefore(changes: readonly Change[]): Disk {
  const texts = new Map<string, string>();
  const added = new Set<string>();
  for (const { path, before } of changes) if (path !== null && path !== before) added.add(path);
  for (const { before, text } of changes) if (before !== null && text !== null) texts.set(before, text);
  const inFolder = new Map<string, Map<string, Entry>>();
  for (const file of texts.keys()) listIn(inFolder, file, 'file');

  const isGone = (path: string) => added.has(path) && !texts.has(path);
  return {
    readText(path) {
      if (isGone(path)) throw new FileError('read', path, 'no such file or folder');
      return texts.get(path) ?? disk.readText(path);
    },
    listFolder(path) {
      const then = inFolder.get(resolve(path)) ?? new Map<string, Entry>();
      const here = pathKind(path) === 'folder' || then.size === 0 ? disk.listFolder(path) : [];
      const all = [...here.filter(({ name }) => !then.has(name)), ...then.values()];
      const kept = all.filter(({ name, kind }) => kind !== 'file' || !isGone(resolve(path, name)));
      return kept.sort((left, right) => (left.name < right.name ? -1 : 1));
    },
  };
}

/** The file in its folder, that folder in its own, and so on. */
function listIn(folders: Map<string, Map<string, Entry>>, path: string, kind: Entry['kind']): void {
  const folder = dirname(path);
  if (folder === path) return;
  const entries = folders.get(folder) ?? new Map<string, Entry>();
  const isListed = entries.size > 0;
  folders.set(folder, entries.set(basename(path), { name: basename(path), kind }));
  if (!isListed) listIn(folders, folder, 'folder');
}
