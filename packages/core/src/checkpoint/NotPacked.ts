/** A state that cannot be brought back as it is. */
export class NotPacked extends Error {
  constructor(slice: string, path: readonly string[]) {
    super(
      `slice "${slice}" has a table with an \`order\`${path.length > 0 ? ` at or below ${path.join('.')}` : ''} that its initial state has not got there`,
    )
  }
}
