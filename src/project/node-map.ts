const BITS = 5;
const SIZE = 1 << BITS;

/**
 * Values by node, or by another small number. Few of them are asked for in most modules and all in some: an array
 * that is mostly empty is slow, and a full one for each module large.
 */
export class NodeMap<V> {
  #pages: ((V | undefined)[] | undefined)[] = [];

  get(node: number): V | undefined {
    return this.#pages[node >> BITS]?.[node & (SIZE - 1)];
  }

  set(node: number, value: V | undefined): void {
    const at = node >> BITS;
    while (this.#pages.length <= at) this.#pages.push(undefined);
    let page = this.#pages[at];
    if (!page) {
      page = new Array<V | undefined>(SIZE);
      this.#pages[at] = page;
    }
    page[node & (SIZE - 1)] = value;
  }

  clear(): void {
    this.#pages = [];
  }
}
