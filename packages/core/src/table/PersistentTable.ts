import type { SortOrder } from './SortOrder.ts'
import type { Table } from './Table.ts'
import { TableBase } from './TableBase.ts'
import type { TableKey } from './TableKey.ts'
import type { TableVersion } from './TableVersion.ts'

/** One version of a table. Never changes; its `version` must never be written to again. */
export class PersistentTable<K extends TableKey, V> extends TableBase<K, V> implements Table<K, V> {
  readonly #version: TableVersion

  constructor(version: TableVersion, order: SortOrder | undefined) {
    super(version, order)
    this.#version = version
  }

  protected override still(): TableVersion {
    return this.#version
  }
}
