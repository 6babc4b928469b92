/** Keys of rows. Branded strings and numbers are welcome; `1` and `'1'` are different keys. */
export type TableKey = string | number
