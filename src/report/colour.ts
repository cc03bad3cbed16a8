import type { Level } from '../types.ts';

export type Paint = (text: string) => string;

export interface Palette {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly green: Paint;
  readonly yellow: Paint;
  readonly cyan: Paint;
}

export function palette(on: boolean): Palette {
  return {
    bold: paint(on, 1, 22),
    dim: paint(on, 2, 22),
    red: paint(on, 31, 39),
    green: paint(on, 32, 39),
    yellow: paint(on, 33, 39),
    cyan: paint(on, 36, 39),
  };
}

export function levelPaint(colours: Palette, level: Level): Paint {
  if (level === 'error') return colours.red;
  return level === 'warning' ? colours.yellow : colours.cyan;
}

function paint(on: boolean, open: number, close: number): Paint {
  return on ? (text) => (text === '' ? '' : `\u001b[${open}m${text}\u001b[${close}m`) : (text) => text;
}
