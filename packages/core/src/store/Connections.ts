import type { Dispatch, Dispatchable } from '../action/Action.ts'
import type { Connection, StreamSource } from '../stream/StreamSource.ts'
import type { ToAction } from './connectStream.ts'
import { connectStream } from './connectStream.ts'
import type { ErrorChannel } from './ErrorChannel.ts'

/** The streams that a store listens to. */
export class Connections {
  readonly #dispatch: Dispatch
  readonly #errors: ErrorChannel
  readonly #open = new Set<Connection>()

  constructor(dispatch: Dispatch, errors: ErrorChannel) {
    this.#dispatch = dispatch
    this.#errors = errors
  }

  add<T>(source: StreamSource<T> | StreamSource<Dispatchable>, toAction?: ToAction<T>): Connection {
    const connection = connectStream(source as StreamSource<T>, toAction, this.#dispatch, this.#errors)
    this.#open.add(connection)
    connection.add(() => this.#open.delete(connection))
    return connection
  }

  close(): void {
    for (const connection of this.#open) connection.unsubscribe()
  }
}
