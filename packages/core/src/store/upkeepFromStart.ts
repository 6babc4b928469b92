import { IdleUpkeep } from '../fold/IdleUpkeep.ts'
import { providePacking } from '../log/packing.ts'
import * as packing from '../pack/packing.ts'
import { provideUpkeep } from './Upkeep.ts'

/** Lets stores begin with their upkeep, and wait for no file: virtual time passes without promises. */
export function upkeepFromStart(): void {
  providePacking(packing)
  provideUpkeep((options) => new IdleUpkeep(options))
}
